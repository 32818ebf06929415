package io.pumasentinel.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silence: of hosts, of services. */
class WatchFunctionTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = ServiceWatch.FORGET_MILLIS;

    private WatchHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = new WatchHarness(true, null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void onFiles() throws Exception {
        harness.close();
        harness = new WatchHarness(false, null);
    }

    @Test
    void tellsOnceThatAHostSendsNoStatsAnyMore() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        harness.watermark(11 * MINUTE - 1_000);
        assertThat(harness.told()).isEmpty();

        harness.watermark(12 * MINUTE);
        harness.watermark(30 * MINUTE);
        assertThat(harness.told()).containsExactly("host-silent web-1");
        assertThat(harness.lastMessage()).startsWith("no stats of the host for 60 s; usual: every");
    }

    @Test
    void tellsOfTheNextSilenceToo() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        workers("web-1", 15 * MINUTE, 20 * MINUTE);
        harness.watermark(25 * MINUTE);
        assertThat(harness.told()).containsExactly("host-silent web-1", "host-silent web-1");
    }

    @Test
    void waitsSixUsualPausesForOneThatSpeaksSeldom() throws Exception {
        for (long at = 0; at < 60 * MINUTE; at += MINUTE) {
            harness.live(Signs.sample("web-1", at, 0, 77, at / 100_000));
        }
        harness.watermark(59 * MINUTE + 5 * MINUTE);
        assertThat(harness.told()).isEmpty();
        harness.watermark(59 * MINUTE + 7 * MINUTE);
        assertThat(harness.told()).contains("host-silent web-1");
    }

    @Test
    void aHostThatWasSeenTooShortlyMayGo() throws Exception {
        workers("web-1", 0, 2 * MINUTE);
        harness.watermark(60 * MINUTE);
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void inFilesSilenceIsToldWhenItEndsAndNeverAtTheEnd() throws Exception {
        onFiles();
        workers("web-1", 0, 10 * MINUTE);
        harness.watermark(20 * MINUTE);
        assertThat(harness.told()).isEmpty();

        workers("web-1", 20 * MINUTE, 30 * MINUTE);
        assertThat(harness.told()).containsExactly("host-silent web-1");
        harness.watermark(50 * MINUTE);
        harness.watermark(Long.MAX_VALUE);
        assertThat(harness.told()).hasSize(1);
    }

    @Test
    void theEndOfTheInputRaisesNothingAndLeavesNothing() throws Exception {
        dense("web-1", 0, 20 * MINUTE);
        workers("web-1", 20 * MINUTE, 30 * MINUTE);
        int before = harness.told().size();
        harness.watermark(Long.MAX_VALUE);
        assertThat(harness.told()).hasSize(before);
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void whoSaidFarewellMayBeSilent() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        harness.live(Signs.line("web-1", 10 * MINUTE, "shutdown"));
        harness.watermark(30 * MINUTE);
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void whoWasReplacedMayBeSilent() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        workers("web-2", 10 * MINUTE, 20 * MINUTE);
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void tellsThatAServiceWhichAlwaysHadRequestsHasNone() throws Exception {
        dense("web-1", 0, 20 * MINUTE);
        harness.watermark(20 * MINUTE + 50_000);
        assertThat(harness.told()).isEmpty();
        harness.watermark(30 * MINUTE);
        assertThat(harness.told()).containsExactly("service-silent");
        assertThat(harness.lastMessage()).contains("usual: 20 in ten seconds");
    }

    @Test
    void aServiceThatIsUsedNowAndThenMayBeSilent() throws Exception {
        for (int i = 0; i < 500; i++) {
            if (i % 10 != 0) {
                harness.live(Signs.request("web-1", i * 10_000L));
            }
        }
        harness.watermark(DAY / 2);
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void fewRequestsThatAlwaysComeAreMissedLater() throws Exception {
        for (int i = 0; i < 200; i++) {
            harness.live(Signs.request("web-1", i * 10_000L));
        }
        harness.watermark(200 * 10_000L + 8 * MINUTE);
        assertThat(harness.told()).isEmpty();
        harness.watermark(200 * 10_000L + 9 * MINUTE);
        assertThat(harness.told()).containsExactly("service-silent");
    }

    @Test
    void everythingIsForgottenADayAfterTheLastSign() throws Exception {
        dense("web-1", 0, 20 * MINUTE);
        workers("web-1", 0, 20 * MINUTE);
        harness.watermark(DAY);
        assertThat(harness.stateEntries()).isEqualTo(1);
        assertThat(harness.timers()).isEqualTo(1);
        harness.watermark(DAY + 20 * MINUTE);
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void whatIsToldDependsNeitherOnTheOrderOfArrivalNorOnARestart() throws Exception {
        List<PumaEvent> events = story();
        for (PumaEvent event : events) {
            harness.live(event);
        }
        harness.watermark(60 * MINUTE);
        List<PumaEvent> told = harness.events();
        assertThat(told).hasSizeGreaterThanOrEqualTo(3);

        List<PumaEvent> again = shuffledAndRestarted(events);
        assertThat(again).isEqualTo(told);
    }

    private List<PumaEvent> shuffledAndRestarted(List<PumaEvent> events) throws Exception {
        harness.close();
        harness = new WatchHarness(true, null);
        Random random = new Random(5);
        List<PumaEvent> again = new ArrayList<>();
        int half = events.size() / 2;
        for (int from = 0; from < events.size(); from += 50) {
            List<PumaEvent> some =
                    new ArrayList<>(events.subList(from, Math.min(from + 50, events.size())));
            long least = some.get(0).timestampMillis();
            harness.watermark(least - 1);
            Collections.shuffle(some, random);
            some.forEach(harness::send);
            if (from <= half && half < from + 50) {
                var snapshot = harness.snapshot();
                again.addAll(harness.events());
                harness.close();
                harness = new WatchHarness(true, snapshot);
            }
        }
        harness.watermark(60 * MINUTE);
        again.addAll(harness.events());
        return again;
    }

    /** A worker is lost, then the log ends, then the stats. */
    private static List<PumaEvent> story() {
        List<PumaEvent> events = new ArrayList<>();
        for (long at = 0; at < 30 * MINUTE; at += 1_000) {
            if (at < 20 * MINUTE) {
                events.add(Signs.request("web-1", at));
            }
            if (at % 5_000 == 0 && at < 25 * MINUTE) {
                int pid = at < 10 * MINUTE ? 77 : 99;
                long requests = pid == 77 ? at / 1_000 : (at - 10 * MINUTE) / 1_000;
                events.add(Signs.sample("web-1", at, 0, pid, requests));
                events.add(Signs.sample("web-1", at, 1, 78, at / 1_000));
            }
        }
        return events;
    }

    /** Two workers, every five seconds, with a request each now and then. */
    private void workers(String host, long from, long to) throws Exception {
        for (long at = from; at < to; at += 5_000) {
            harness.send(Signs.sample(host, at, 0, 77, at / 100_000));
            harness.live(Signs.sample(host, at, 1, 78, at / 100_000));
        }
    }

    private void dense(String host, long from, long to) throws Exception {
        for (long at = from; at < to; at += 500) {
            harness.live(Signs.request(host, at));
        }
    }
}
