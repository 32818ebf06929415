package io.pumasentinel.job.score;

import static io.pumasentinel.job.score.ScoreFunction.FORGET_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreFunctionTest {
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
    void aWindowClosesOnceAtItsEnd() throws Exception {
        harness.send(Requests.at(1_000));
        harness.send(Requests.at(9_999));
        harness.watermark(9_998);
        assertThat(harness.windows()).isEmpty();

        harness.watermark(9_999);
        harness.watermark(60_000);
        assertThat(harness.windows()).extracting(EndpointWindow::count).containsExactly(2L);
    }

    @Test
    void requestsOutOfOrderAboveTheWatermarkAreCountedInTheirOwnWindows() throws Exception {
        harness.send(Requests.at(11_000));
        harness.send(Requests.at(9_000));
        harness.watermark(8_000);
        harness.send(Requests.at(12_000));
        harness.send(Requests.at(8_500));
        harness.watermark(20_000);

        assertThat(harness.windows())
                .extracting(EndpointWindow::startMillis)
                .containsExactly(0L, 10_000L);
        assertThat(harness.windows()).extracting(EndpointWindow::count).containsOnly(2L);
    }

    @Test
    void aLateRequestIsPassedOnButNotCounted() throws Exception {
        harness.watermark(20_000);
        harness.send(Requests.at(5_000));
        harness.watermark(90_000);

        assertThat(harness.events()).hasSize(1);
        assertThat(harness.windows()).isEmpty();
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void aLateRequestOfAWarmEndpointIsScored() throws Exception {
        for (PumaEvent event : Requests.steady(60, 3)) {
            harness.send(event);
            harness.watermark(event.timestampMillis() - 1);
        }
        harness.watermark(700_000);
        harness.send(Requests.at(620_000, Requests.access(200, 5)));

        PumaEvent late = harness.events().get(harness.events().size() - 1);
        assertThat(late.score()).isNotNull();
        assertThat(harness.windows()).hasSize(60);
    }

    @Test
    void theEndOfTheInputRaisesNothing() throws Exception {
        for (PumaEvent event : Requests.steady(60, 3)) {
            harness.send(event);
            harness.watermark(event.timestampMillis() - 1);
        }
        harness.watermark(600_000);
        harness.send(Requests.at(601_000, Requests.access(500, 9)));
        harness.watermark(Long.MAX_VALUE);

        List<EndpointWindow> windows = harness.windows();
        assertThat(windows.get(windows.size() - 2).scores()).isNotEmpty();
        assertThat(windows.get(windows.size() - 1).count()).isEqualTo(1);
        assertThat(windows.get(windows.size() - 1).scores()).isEmpty();
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anEventLeavesWithTheRulesThatItMatches() throws Exception {
        harness.send(Requests.at(1_000, Requests.access(404, 0.1)));
        harness.send(Requests.at(1_000));

        assertThat(harness.events())
                .extracting(PumaEvent::ruleIds)
                .containsExactly(List.of("not-found"), List.of());
        assertThat(harness.events())
                .extracting(PumaEvent::signals)
                .containsExactly(List.of("probe.not_found"), List.of());
    }

    @Test
    void aCheckInThatWasPolledTwiceIsOneSample() throws Exception {
        harness.send(Requests.sample(1_000, 77, 500));
        harness.send(Requests.sample(3_000, 77, 500));
        harness.send(Requests.sample(6_000, 77, 5_500));

        assertThat(harness.events())
                .extracting(PumaEvent::timestampMillis)
                .containsExactly(1_000L, 6_000L);
    }

    @Test
    void theWorkerThatReplacedAnotherIsNotMistakenForIt() throws Exception {
        harness.send(Requests.sample(1_000, 77, 500));
        harness.send(Requests.sample(1_500, 78, 500));

        assertThat(harness.events()).hasSize(2);
    }

    @Test
    void tellsTheRateOfRequestsSinceTheCheckInBefore() throws Exception {
        harness.send(Requests.sample(1_000, 77, 1_000, 100));
        harness.send(Requests.sample(6_000, 77, 6_000, 150));
        assertThat(rates()).containsExactly(Double.NaN, 10.0);
    }

    @Test
    void tellsNoRateAcrossARestartOrOfNonsense() throws Exception {
        harness.send(Requests.sample(1_000, 77, 1_000, 100));
        harness.send(Requests.sample(6_000, 78, 6_000, 150));
        harness.send(Requests.sample(11_000, 78, 11_000, 3));
        harness.send(Requests.sample(16_000, 78, 16_000, 3));
        harness.send(Requests.sample(21_000, 78, 21_000, -1));
        harness.send(Requests.sample(26_000, 78, 26_000, 9));
        harness.send(Requests.sample(31_000, 78, 30_000, Long.MAX_VALUE));
        harness.send(Requests.sample(36_000, 78, 35_000, 5));
        harness.send(Requests.sample(41_000, 78, 20_000, 6));
        double huge = (Long.MAX_VALUE - 9) / 4.0;
        assertThat(rates())
                .containsExactly(
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        0.0,
                        Double.NaN,
                        Double.NaN,
                        huge,
                        Double.NaN,
                        Double.NaN);
    }

    @Test
    void tellsTheRateAcrossASnapshot() throws Exception {
        harness.send(Requests.sample(1_000, 77, 1_000, 100));
        var snapshot = harness.snapshot();
        harness.close();
        harness = new ScoreHarness(snapshot);
        harness.send(Requests.sample(6_000, 77, 6_000, 110));
        assertThat(rates()).containsExactly(2.0);
    }

    private List<Double> rates() {
        return harness.events().stream()
                .map(event -> Objects.requireNonNull(event.stats()).requestRate())
                .toList();
    }

    @Test
    void anEndpointIsForgottenTwoWeeksAfterItsLastWindow() throws Exception {
        harness.send(Requests.at(1_000));
        harness.watermark(10_000);
        harness.send(Requests.at(500_000));
        harness.watermark(510_000 + FORGET_MILLIS - 1);
        assertThat(harness.stateEntries()).isEqualTo(1);

        harness.watermark(510_000 + FORGET_MILLIS);
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    /** The timer that forgets falls on the start of a window; that window is not to be closed. */
    @Test
    void aLookWhetherToForgetDoesNotCloseTheWindowThatJustBegan() throws Exception {
        harness.send(Requests.at(1_000));
        long look = 10_000 + FORGET_MILLIS;
        harness.watermark(look - 1);
        harness.send(Requests.at(look + 1_000));
        harness.watermark(look + 2_000);
        harness.send(Requests.at(look + 3_000));
        harness.watermark(look + 60_000);

        assertThat(harness.windows())
                .extracting(EndpointWindow::startMillis)
                .containsExactly(0L, look);
        assertThat(harness.windows().get(1).count()).isEqualTo(2);
    }

    @Test
    void aWorkerIsForgottenTwoWeeksAfterItsLastCheckIn() throws Exception {
        for (int i = 0; i < 1000; i++) {
            harness.send(Requests.sample(i * 5_000L, 77, i * 5_000L));
            harness.watermark(i * 5_000L);
        }
        assertThat(harness.stateEntries()).as("its last check-in, its baseline").isEqualTo(2);
        assertThat(harness.timers()).isEqualTo(1);

        harness.watermark(1000 * 5_000L + FORGET_MILLIS);
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void aRestartChangesNeitherWindowsNorScores() throws Exception {
        List<PumaEvent> input = Requests.steady(80, 11);
        input.add(Requests.at(801_000, Requests.access(200, 4)));
        input.add(Requests.at(830_000));
        List<EndpointWindow> windows = new ArrayList<>();
        List<PumaEvent> events = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            if (i == 1234) {
                windows.addAll(harness.windows());
                events.addAll(harness.events());
                OperatorSubtaskState snapshot = harness.snapshot();
                harness.close();
                harness = new ScoreHarness(snapshot);
            }
            feed(harness, input.get(i));
        }
        windows.addAll(harness.windows());
        events.addAll(harness.events());

        harness.close();
        harness = new ScoreHarness(null);
        for (PumaEvent event : input) {
            feed(harness, event);
        }
        assertThat(windows).isEqualTo(harness.windows()).hasSize(81);
        assertThat(events).isEqualTo(harness.events());
        assertThat(events.get(events.size() - 2).score()).isNotNull();
    }

    private static void feed(ScoreHarness harness, PumaEvent event) throws Exception {
        harness.send(event);
        harness.watermark(event.timestampMillis() - 1);
    }
}
