package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** What a run found, on a screenful. */
final class Summary {
    private final PrintWriter out;

    Summary(PrintWriter out) {
        this.out = out;
    }

    void print(Counts counts, Outcome outcome) {
        out.println(counts.sentence());
        out.printf(
                Locale.ROOT,
                "%,d windows of 10 s, %,d dead letters, %,d alerts%n",
                outcome.windows(),
                outcome.deadLetters(),
                outcome.alerts().size());
        if (outcome.alerts().isEmpty()) {
            return;
        }
        out.println();
        for (JsonNode alert : outcome.alerts()) {
            out.println(AlertLine.of(alert));
        }
        out.println();
        outcome.alertsByRule()
                .forEach((rule, count) -> out.printf(Locale.ROOT, "%6d  %s%n", count, rule));
    }
}
