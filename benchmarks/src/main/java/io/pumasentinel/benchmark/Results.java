package io.pumasentinel.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The table of all cases; the first is the floor, the last two are what the ratio compares. */
final class Results {
    private final List<Case> cases;

    Results(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    void print(PrintStream out) {
        double floor = cases.get(0).nanosPerLine();
        out.println(
                "| input | lines a second of event time | lines | µs CPU a line | fastest–slowest"
                        + " round | lines a CPU second | times the floor |");
        out.println("|---|---|---|---|---|---|---|");
        for (Case each : cases) {
            out.printf(
                    Locale.ROOT,
                    "| %-26s | %9s | %,10d | %6.2f | %6.2f–%-6.2f | %,9.0f | %6.1f |%n",
                    each.name(),
                    Double.isNaN(each.linesPerSecond())
                            ? "–"
                            : String.format(Locale.ROOT, "%.0f", each.linesPerSecond()),
                    each.lines(),
                    each.nanosPerLine() / 1e3,
                    each.fastest() / 1e3,
                    each.slowest() / 1e3,
                    1e9 / each.nanosPerLine(),
                    each.nanosPerLine() / floor);
        }
        Case failures = cases.get(cases.size() - 1);
        Case ordinary = cases.get(cases.size() - 2);
        out.printf(
                Locale.ROOT,
                "%nA failed login of one address costs %.2f times an ordinary line.%n",
                failures.nanosPerLine() / ordinary.nanosPerLine());
    }
}
