package io.pumasentinel.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What living sources show against each other: needs no timer, so files will do. */
class ContradictionsTest {
    private static final long MINUTE = 60_000;

    private WatchHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = new WatchHarness(false, null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsOfAWorkerThatChecksInNoMoreWhileTheOtherDoes() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        for (long at = 10 * MINUTE; at < 15 * MINUTE; at += 5_000) {
            harness.live(Signs.sample("web-1", at, 0, 77, at / 100_000));
        }
        assertThat(harness.told()).containsExactly("worker-silent web-1 1");
    }

    @Test
    void aWorkerThatIsNoLongerWantedMayBeSilent() throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        for (long at = 10 * MINUTE; at < 15 * MINUTE; at += 5_000) {
            harness.live(Signs.sample("web-1", at, new int[] {0, 77, 0, 1}, at / 100_000));
        }
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void tellsOfAWorkerThatWasReplacedAlone() throws Exception {
        replaced(new int[] {99, 78}, 0, "none");
        assertThat(harness.told()).containsExactly("worker-replaced web-1 0");
        assertThat(harness.lastMessage())
                .startsWith("worker 0 (process 77) was replaced by process 99");
    }

    @Test
    void aRestartReplacesAllWorkersAndIsNoLoss() throws Exception {
        replaced(new int[] {99, 98}, 0, "none");
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void aPhasedRestartIsNoLoss() throws Exception {
        replaced(new int[] {99, 78}, 1, "none");
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void aReplacementThatWasAnnouncedIsNoLoss() throws Exception {
        replaced(new int[] {99, 78}, 0, "worker-stop");
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void tellsOnceOfRequestsThatTheAccessLogDoesNotShow() throws Exception {
        for (long at = 0; at < 20 * MINUTE; at += 5_000) {
            harness.live(Signs.sample("web-1", at, 0, 77, at / 500));
        }
        assertThat(harness.told()).containsExactly("access-log-missing web-1");
        assertThat(harness.lastMessage())
                .matches("the workers started \\d+ requests in \\d+ s and .*log_requests true.*");
    }

    @Test
    void requestsThatTheAccessLogShowsAreNotMissing() throws Exception {
        for (long at = 0; at < 20 * MINUTE; at += 5_000) {
            harness.send(Signs.sample("web-1", at, 0, 77, at / 500));
            harness.live(Signs.request("web-1", at));
        }
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void anAccessLogUnderAnotherNameIsNotMissing() throws Exception {
        for (long at = 0; at < 20 * MINUTE; at += 5_000) {
            harness.send(Signs.sample("web-1", at, 0, 77, at / 500));
            harness.live(Signs.request("default", at));
        }
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void oneHostOfManyWithoutALogIsTold() throws Exception {
        for (long at = 0; at < 20 * MINUTE; at += 5_000) {
            harness.send(Signs.sample("web-1", at, 0, 77, at / 500));
            harness.send(Signs.sample("web-2", at, 0, 77, at / 500));
            harness.live(Signs.request("web-1", at));
        }
        assertThat(harness.told()).containsExactly("access-log-missing web-2");
    }

    @Test
    void accessLinesThatComeLateAreNotMissing() throws Exception {
        for (long at = 0; at < 20 * MINUTE; at += 5_000) {
            harness.live(Signs.sample("web-1", at, 0, 77, at / 500));
            harness.send(Signs.request("web-1", Math.max(0, at - 10 * MINUTE)));
        }
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void fewRequestsOfHealthChecksAreNotMissed() throws Exception {
        for (long at = 0; at < 9 * MINUTE; at += 5_000) {
            harness.live(Signs.sample("web-1", at, 0, 77, at / 10_000));
        }
        assertThat(harness.told()).isEmpty();
    }

    private void replaced(int[] pids, int phase, String line) throws Exception {
        workers("web-1", 0, 10 * MINUTE);
        if (!line.equals("none")) {
            harness.live(Signs.line("web-1", 10 * MINUTE, line));
        }
        for (long at = 10 * MINUTE; at < 12 * MINUTE; at += 5_000) {
            harness.send(Signs.request("web-1", at));
            harness.send(Signs.sample("web-1", at, new int[] {0, pids[0], phase, 2}, 5));
            harness.live(Signs.sample("web-1", at, new int[] {1, pids[1], phase, 2}, 5));
        }
    }

    /** Two workers, every five seconds, with a request each now and then. */
    private void workers(String host, long from, long to) throws Exception {
        for (long at = from; at < to; at += 5_000) {
            harness.send(Signs.sample(host, at, 0, 77, at / 100_000));
            harness.live(Signs.sample(host, at, 1, 78, at / 100_000));
        }
    }
}
