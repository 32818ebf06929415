package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sample with several scores, of which rules read one at a time. */
class ScoredSampleTest {
    private static final MetricScore CALM = new MetricScore("cpu", 0.1, 0.1, 0.1, 0, 1, 10_000);
    private static final MetricScore QUEUE = new MetricScore("backlog", 0.8, 40, 0.5, 0, 3, 10_000);
    private static final MetricScore FULL =
            new MetricScore("utilization", 0.95, 9, 0.2, 0, 1, 10_000);

    private final List<RuleSource> rules = RuleLoader.shipped();

    @Test
    void aRuleThatHoldsForSeveralScoresMatchesOnceWithTheMostUnusual() throws Exception {
        PumaEvent event = classified(List.of(CALM, QUEUE, FULL));
        assertThat(event.ruleIds())
                .containsExactlyInAnyOrder(
                        "backlog-sample", "exhausted-pool-sample", "saturated-worker-sample");
        assertThat(event.signals())
                .containsExactlyInAnyOrder(
                        "saturation.backlog", "saturation.threads", "anomaly.saturation");

        List<String> matches = new ArrayList<>();
        new EventMatches(rules)
                .forEach(
                        event,
                        (view, rule) -> {
                            if (rule.equals("saturated-worker-sample")) {
                                assertThat(view.metric()).isEqualTo(FULL);
                            }
                            matches.add(rule);
                        });
        assertThat(matches).containsExactlyInAnyOrderElementsOf(event.ruleIds());
    }

    @Test
    void noScoreOfOneMetricMatchesUnderTheNameOfAnother() throws Exception {
        MetricScore idle = new MetricScore("utilization", 0.3, 0.2, 0.2, 0, 1, 10_000);
        MetricScore busy = new MetricScore("cpu", 0.99, 1, 0.1, 0, 0.3, 10_000);
        assertThat(classified(List.of(idle, busy)).ruleIds())
                .contains("busy-processor-sample")
                .doesNotContain("saturated-worker-sample");
    }

    private PumaEvent classified(List<MetricScore> scores) throws Exception {
        StatsSample stats =
                new StatsSample(
                                "cluster",
                                0,
                                77,
                                10_000,
                                0,
                                40,
                                5,
                                0,
                                45,
                                5,
                                9,
                                -1,
                                -1,
                                2,
                                2,
                                0,
                                Double.NaN,
                                -1,
                                -1,
                                Double.NaN,
                                null)
                        .scored(1, scores);
        PumaEvent event =
                PumaEvent.of(
                        new Origin("shop", "web-1", Position.ofRecord("stats", 0, 1)),
                        10_000,
                        stats);
        Classification found = new Classifier(RuleLoader.load(rules)).classify(Views.all(event));
        return event.judged(null, found.signals(), found.ruleIds());
    }
}
