package io.pumasentinel.cli.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One configuration's alerts, held against the truth. */
public final class Backtest {
    private final Judged judged;
    private final Figures figures;
    private final Duration watermarkBound;
    private final Duration tail;

    Backtest(Judged judged, Duration watermarkBound, Duration tail) {
        this.judged = judged;
        this.figures = Figures.of(judged);
        this.watermarkBound = watermarkBound;
        this.tail = tail;
    }

    /** What it comes to. */
    public Figures figures() {
        return figures;
    }

    /** Each figure, the episodes, the alerts and the rules, for a person. */
    public List<Section> sections() {
        return List.of(
                FigureTable.of(figures, watermarkBound),
                EpisodeTable.of(judged),
                AlertTable.of(judged),
                RuleTable.of(judged));
    }

    /** The same of two configurations, with {@code ≠} where they differ. */
    public static List<Section> compared(Backtest first, Backtest second) {
        return List.of(
                FigureTable.compared(first.figures, second.figures),
                EpisodeTable.compared(first.judged, second.judged),
                AlertTable.differing(first.judged, second.judged),
                RuleTable.compared(first.judged, second.judged));
    }

    /** The same for a machine. */
    public ObjectNode toJson() {
        return BacktestJson.of(judged, figures, watermarkBound, tail);
    }

    /**
     * What is worse than it may be, a sentence each; empty if nothing is.
     *
     * @param minRecall least recall, 0 to 1
     * @param maxFalse most false alerts
     */
    public List<String> failures(double minRecall, long maxFalse) {
        List<String> failures = new ArrayList<>();
        if (figures.recall() < minRecall) {
            failures.add(
                    String.format(
                            Locale.ROOT,
                            "recall %.3f (%d of %d episodes) is below --min-recall %s",
                            figures.recall(),
                            figures.found(),
                            figures.found() + figures.missed(),
                            minRecall));
        }
        if (figures.falses() > maxFalse) {
            failures.add(figures.falses() + " false alerts are more than --max-false " + maxFalse);
        }
        return failures;
    }
}
