package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Condition;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the programs call themselves whose requests carry signals. */
final class SuspiciousAgents implements Chapter {
    private static final String TITLE = "Suspicious agents";
    private static final String LEAD =
            "User agents by their requests with signals of attack or probing. A share near 100 %"
                    + " is a tool; a small one is a browser's name that many use.";
    private static final List<String> COLUMNS =
            List.of(
                    "Agent",
                    "Requests",
                    "With signals",
                    "Share",
                    "Attack requests",
                    "Addresses",
                    "Signals",
                    "Last");
    private static final Measure ADDRESSES = new Measure.Distinct(Field.ADDRESS);
    private static final Measure LATEST = new Measure.Latest();

    private final Question agents;
    private final Question signals;

    SuspiciousAgents(Scope scope) {
        this.agents =
                scope.ask(
                        DocumentStream.REQUESTS,
                        List.of(new Condition.Has(Field.AGENT)),
                        Field.AGENT,
                        List.of(Suspicion.SUSPICIOUS, Suspicion.ATTACKS, ADDRESSES, LATEST),
                        Suspicion.SUSPICIOUS);
        this.signals =
                scope.ask(
                        DocumentStream.REQUESTS,
                        List.of(Suspicion.ANY),
                        List.of(Field.AGENT, Field.SIGNALS),
                        List.of());
    }

    @Override
    public List<Question> questions() {
        return List.of(agents, signals);
    }

    @Override
    public Written write(Material material) {
        return new Written(List.of(section(material)), List.of());
    }

    private Section section(Material material) {
        String lack = material.lack(DocumentStream.REQUESTS).orElse("");
        if (!lack.isEmpty()) {
            return Section.empty(TITLE, LEAD, "Not known: " + lack + ".");
        }
        if (material.now(agents).isEmpty()) {
            return Section.empty(
                    TITLE, LEAD, "No request names its agent; Puma's own line never does.");
        }
        return Section.top(TITLE, LEAD, COLUMNS, rows(material), "None.");
    }

    private List<List<Cell>> rows(Material material) {
        Map<String, String> names = Suspicion.named(material.now(signals));
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : material.now(agents)) {
            double suspicious = group.value(Suspicion.SUSPICIOUS);
            if (suspicious > 0) {
                rows.add(
                        Section.row(
                                Cell.text(group.key()),
                                Cell.count(group.count()),
                                Cell.count(suspicious),
                                Cell.share(suspicious, (double) group.count()),
                                Cell.count(group.value(Suspicion.ATTACKS)),
                                Cell.count(group.value(ADDRESSES)),
                                Cell.text(names.getOrDefault(group.key(), "")),
                                Cell.moment(group.value(LATEST))));
            }
        }
        return rows;
    }
}
