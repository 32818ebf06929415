package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerModelTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final double UNKNOWN = Double.NaN;
    private static final double MIB = 1 << 20;

    private final WorkerModel model = new WorkerModel();
    private final Random random = new Random(7);
    private long millis;
    private double requests;

    @BeforeEach
    void warm() {
        for (int i = 0; i < 400; i++) {
            assertThat(notable(calm())).as("sample %d", i).isEmpty();
        }
    }

    @Test
    void tellsOverloadThatGrowsTheQueueAsPumaSevenDoes() {
        List<WorkerScore> scores = flood(56, 0, 12.2);

        assertThat(notable(scores)).contains("utilization", "backlog", "backlog_max", "queueing");
        WorkerScore utilization = of(WorkerMetric.UTILIZATION, scores);
        assertThat(utilization.observed()).isEqualTo(12.2);
        assertThat(utilization.expected()).isCloseTo(0.2, within(0.1));
        assertThat(utilization.upper()).isBetween(utilization.expected(), 1.0);
        assertThat(utilization.score()).isGreaterThan(0.99);
    }

    @Test
    void tellsOverloadWhoseQueueStaysInTheKernelAsPumaFiveDoes() {
        assertThat(notable(flood(0, 0, 1))).containsExactly("utilization");
    }

    @Test
    void aFullPoolOfAServerThatIsAlwaysFullIsNoNews() {
        WorkerModel busy = new WorkerModel();
        List<WorkerScore> last = List.of();
        for (int i = 0; i < 500; i++) {
            List<WorkerScore> scores = busy.judge(pool(i * 5_000L, 0, 0, 0.9), SETTINGS);
            last = scores.isEmpty() ? last : scores;
        }
        last = busy.judge(pool(2_600_000, 0, 0, 1), SETTINGS);
        assertThat(last).isNotEmpty();
        assertThat(notable(last)).isEmpty();
    }

    @Test
    void judgesPoolsOfTenSecondsWhateverTheInterval() {
        long judged = 0;
        for (int i = 0; i < 120; i++) {
            millis += 1_000;
            judged += model.judge(pool(millis, 0, 4, 0.2), SETTINGS).isEmpty() ? 0 : 1;
        }
        assertThat(judged).isBetween(11L, 14L);
        model.pool.begin(pool(millis, 0, 4, 0.2));

        millis += 60_000;
        List<WorkerScore> scores = model.judge(pool(millis, 0, 4, 0.2), SETTINGS);
        assertThat(scores).extracting(WorkerScore::spanMillis).containsOnly(60_000L);
    }

    @Test
    void anOlderSampleIsNeitherJudgedNorLearned() {
        double before = model.utilization.level.usual.mean;
        assertThat(model.judge(pool(millis - 1, 99, 0, 20), SETTINGS)).isEmpty();
        assertThat(model.judge(pool(millis, 99, 0, 20), SETTINGS)).isEmpty();
        assertThat(model.utilization.level.usual.mean).isEqualTo(before);
    }

    @Test
    void numbersThatAVersionDoesNotTellAreNotJudged() {
        WorkerModel old = new WorkerModel();
        List<WorkerScore> last = List.of();
        for (int i = 0; i < 200; i++) {
            last = old.judge(reading(i * 10_000L, 1, 0.2, UNKNOWN, UNKNOWN), SETTINGS);
        }
        assertThat(last)
                .extracting(WorkerScore::metric)
                .containsExactlyInAnyOrder(
                        WorkerMetric.UTILIZATION,
                        WorkerMetric.BACKLOG,
                        WorkerMetric.QUEUEING,
                        WorkerMetric.REQUEST_RATE);
    }

    @Test
    void aProcessThatTookOverHasNoRateAtFirst() {
        millis += 10_000;
        requests = 0;
        List<WorkerScore> scores =
                model.judge(reading(millis, 4711, 0.2, 0.1, 200 * MIB), SETTINGS);
        assertThat(scores).extracting(WorkerScore::metric).contains(WorkerMetric.UTILIZATION);
        assertThat(scores)
                .extracting(WorkerScore::metric)
                .doesNotContain(WorkerMetric.REQUEST_RATE);
    }

    @Test
    void tellsAProcessorThatIsUsedMuchMoreThanUsual() {
        List<WorkerScore> scores = List.of();
        for (int i = 0; i < 3; i++) {
            millis += 5_000;
            requests += 60;
            scores = model.judge(reading(millis, 1, 0.2, 0.98, 200 * MIB), SETTINGS);
        }
        assertThat(notable(scores)).containsExactly("cpu");
    }

    @Test
    void tellsMemoryThatOnlyEverGrows() {
        List<String> told = new ArrayList<>();
        for (int minute = 0; minute < 28 * 60; minute++) {
            told.addAll(notable(minute(200 * MIB + minute * 0.1 * MIB)));
        }
        assertThat(told).isNotEmpty().containsOnly("memory_growth");
    }

    @Test
    void memoryThatComesToRestIsNoLeak() {
        for (int minute = 0; minute < 48 * 60; minute++) {
            double rss = 200 * MIB + 150 * MIB * (1 - Math.exp(-minute / 240.0));
            assertThat(notable(minute(rss))).doesNotContain("memory_growth");
        }
    }

    @Test
    void memoryThatWandersIsNoLeak() {
        for (int minute = 0; minute < 96 * 60; minute++) {
            double rss = 250 * MIB + 60 * MIB * Math.sin(minute / 229.2);
            assertThat(notable(minute(rss))).doesNotContain("memory_growth");
        }
    }

    @Test
    void aRestartEndsTheGrowth() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            minute(200 * MIB + minute * MIB / 8);
        }
        for (int minute = 0; minute < 24 * 60; minute++) {
            millis += 60_000;
            double rss = 400 * MIB + minute * MIB / 8;
            assertThat(notable(model.judge(reading(millis, 2, 0.2, 0.1, rss), SETTINGS)))
                    .doesNotContain("memory_growth");
        }
    }

    private List<WorkerScore> minute(double rss) {
        millis += 60_000;
        requests += 600;
        return model.judge(reading(millis, 1, 0.2, 0.1, rss), SETTINGS);
    }

    private List<WorkerScore> calm() {
        millis += 5_000;
        requests += 50 + random.nextInt(20);
        double busy = random.nextInt(3) / 5.0;
        return model.judge(reading(millis, 1, busy, 0.1, 200 * MIB), SETTINGS);
    }

    /** Ten seconds, in two samples. */
    private List<WorkerScore> flood(double backlog, double free, double utilization) {
        List<WorkerScore> scores = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            millis += 5_000;
            requests += 60;
            List<WorkerScore> judged =
                    model.judge(pool(millis, backlog, free, utilization), SETTINGS);
            scores = judged.isEmpty() || i == 0 ? scores : judged;
        }
        return scores;
    }

    private WorkerReading pool(long at, double backlog, double free, double utilization) {
        return new WorkerReading(
                at, 1, 5, utilization, backlog, free, backlog, 12, requests, 0.1, 200 * MIB);
    }

    private WorkerReading reading(long at, int pid, double busy, double cpu, double rss) {
        double peaks = Double.isNaN(cpu) ? UNKNOWN : 2;
        return new WorkerReading(at, pid, 5, busy, 0, 3, peaks, peaks, requests, cpu, rss);
    }

    private static List<String> notable(List<WorkerScore> scores) {
        return scores.stream()
                .filter(score -> score.notable() && score.score() > 0.6)
                .map(score -> score.metric().label())
                .collect(Collectors.toList());
    }

    private static WorkerScore of(WorkerMetric metric, List<WorkerScore> scores) {
        return scores.stream().filter(s -> s.metric() == metric).findFirst().orElseThrow();
    }
}
