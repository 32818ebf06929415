package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples as the score function passes them on. */
class WorkerScoresTest {
    private ScoreHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = new ScoreHarness(null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aFloodedWorkerIsScoredAndTheScoresSurviveARestart() throws Exception {
        List<PumaEvent> input = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            input.add(Requests.busySample(i * 5_000L, i % 3));
        }
        input.add(Requests.busySample(500_000, 60));
        input.add(Requests.busySample(505_000, 62));
        for (int i = 0; i < input.size(); i++) {
            if (i == 70) {
                OperatorSubtaskState snapshot = harness.snapshot();
                harness.close();
                harness = new ScoreHarness(snapshot);
            }
            harness.send(input.get(i));
            harness.watermark(input.get(i).timestampMillis() - 1);
        }
        List<PumaEvent> events = harness.events();
        List<MetricScore> flood = scores(events.get(events.size() - 1));
        flood = flood.isEmpty() ? scores(events.get(events.size() - 2)) : flood;
        assertThat(flood)
                .filteredOn(score -> score.metric().equals("utilization"))
                .singleElement()
                .satisfies(score -> assertThat(score.score()).isGreaterThan(0.9))
                .satisfies(score -> assertThat(score.expected()).isBetween(0.1, 0.4));
        assertThat(events.subList(0, 30).stream().flatMap(event -> scores(event).stream()))
                .isNotEmpty()
                .allSatisfy(score -> assertThat(score.score()).isLessThan(0.6));
    }

    @Test
    void anOlderCheckInIsPassedOnUnscored() throws Exception {
        for (int i = 0; i < 100; i++) {
            harness.send(Requests.busySample(i * 10_000L, 1));
        }
        harness.send(Requests.busySample(400_500, 60));
        List<PumaEvent> events = harness.events();
        assertThat(scores(events.get(99))).isNotEmpty();
        assertThat(events).hasSize(101);
        assertThat(scores(events.get(100))).isEmpty();
    }

    private static List<MetricScore> scores(PumaEvent event) {
        return Objects.requireNonNull(event.stats()).scores();
    }
}
