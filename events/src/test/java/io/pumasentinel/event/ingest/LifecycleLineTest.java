package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Puma starting in single mode...|boot|-1|9",
                "Puma starting in cluster mode...|boot|-1|9",
                "* Puma version: 5.6.5 (ruby 3.1.2-p20) (\"Birdie's Version\")|info|-1|9",
                "*  Min threads: 1|info|-1|9",
                "*   Master PID: 14030|info|-1|14030",
                "* Preloading application|info|-1|9",
                "* Listening on http://127.0.0.1:9292|info|-1|9",
                "* Inherited tcp://127.0.0.1:9292|info|-1|9",
                "Use Ctrl-C to stop|info|-1|9",
                "- Worker 0 (PID: 2323) booted in 0.03s, phase: 0|worker-boot|0|2323",
                "- Worker 2 (PID: 2388) terminating|worker-stop|2|2388",
                "! Terminating timed out worker (Worker 0 failed to check in within 6 seconds):"
                        + " 2555|worker-timeout|0|2555",
                "! Terminating timed out worker (worker failed to check in within 6 seconds):"
                        + " 2555|worker-timeout|-1|2555",
                "- Starting phased worker restart, phase: 1|phased-restart|-1|9",
                "- Starting worker refork, phase: 1|phased-restart|-1|9",
                "+ Changing to /app|info|-1|9",
                "- Stopping 2303 for phased upgrade...|worker-stop|-1|2303",
                "- TERM sent to 2303...|info|-1|2303",
                "* Restarting...|restart|-1|9",
                "* phased-restart called but not available, restarting normally.|info|-1|9",
                "- Gracefully stopping, waiting for requests to finish|shutdown|-1|9",
                "- Gracefully shutting down workers...|shutdown|-1|9",
                "* Stopping immediately!|shutdown|-1|9",
                "- Goodbye!|shutdown|-1|9",
                "! Detected parent died, dying|worker-stop|-1|9",
                "Early termination of worker|worker-stop|-1|9",
                "! Unable to start worker|boot-failed|-1|9",
                "! Unable to load application: LoadError: cannot load such file --"
                        + " x|boot-failed|-1|9",
                "! WARNING: Detected running cluster mode with 1 worker.|info|-1|9",
                "! Out-of-sync worker list, no 3 worker|info|-1|9",
                "- Idle timeout reached|info|-1|9",
                "- All workers reached idle timeout|info|-1|9",
                "Detected force shutdown of a thread|info|-1|9",
                "PumaWorkerKiller: Out of memory. 2 workers consuming total: 63.1 mb out of max:"
                    + " 30.0 mb. Sending TERM to pid 5327 consuming 19.8 mb.|worker-stop|-1|5327",
                "PumaWorkerKiller: Consuming 63.54 mb with master and 2 workers.|info|-1|9",
            })
    void readsEveryLifecycleLine(String line, String action, int worker, int pid) {
        Lifecycle lifecycle = Lines.lifecycle("[9] " + line);

        assertThat(lifecycle).isEqualTo(new Lifecycle(action, worker, pid, line));
        assertThat(Lines.event(line).timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
        assertThat(Lines.lifecycle(line).action()).isEqualTo(action);
    }

    @Test
    void takesTheTimeOfTheLinesThatHaveOne() {
        long time = Instant.parse("2026-11-21T19:52:03Z").toEpochMilli();
        String shutdown = "=== puma shutdown: 2026-11-21 19:52:03 +0000 ===";
        String startup = "=== puma startup: 2026-11-21 19:52:03 +0000 ===";

        assertThat(Lines.event(shutdown).timestampMillis()).isEqualTo(time);
        assertThat(Lines.lifecycle(shutdown).action()).isEqualTo("shutdown");
        assertThat(Lines.event(startup).timestampMillis()).isEqualTo(time);
        assertThat(Lines.lifecycle(startup).action()).isEqualTo("info");
    }
}
