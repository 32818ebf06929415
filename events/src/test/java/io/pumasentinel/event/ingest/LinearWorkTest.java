package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pumasentinel.event.PumaEvent;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight times the input may cost eight times the time; quadratic work would cost 64 times. Both
 * sizes run in the same thread right after each other, and the best of several rounds counts: what
 * disturbs a measurement makes it longer, so that a second one may say that it was disturbed. The
 * larger size is near the longest line that is read at all. What is allocated, which nothing else
 * on the machine changes, has a fixed bound for each byte of it.
 */
class LinearWorkTest {

    private static final int SMALL = 30_000;
    private static final int TIMES = 8;
    private static final double MOST_TIME = 12;
    private static final long MOST_BYTES_FOR_A_BYTE = 16;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 7;
    private static final int MEASUREMENTS = 4;

    private static final ThreadMXBean THREAD =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                " - ",
                "] \"",
                "[21/Nov/2026:19:34:51 +0000] \"GET ",
                "8.8.8.8 - a [21/Nov/2026:19:34:51 +0000] \"GET / HTTP/1.1\" 200 1 0.0001 ",
                ", ",
                "10.0.0.1, ",
                "[",
                "\"",
                "[1] ",
                "%25",
                "\u001b",
            })
    void staysLinearInTheForwardedHeader(String filler) {
        assertLinear(filler, text -> Lines.request(text, "GET / HTTP/1.1", "200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&", "=", "a=b&", "eyJ", "eyJhbGciOiJ.", "://", "%25", "bearer+", "token="})
    void staysLinearInTheTarget(String filler) {
        assertLinear(filler, text -> Lines.get("/x?" + text));
        assertLinear(filler, text -> Lines.get("/" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=", ": ", "token=", "token: ", "\"", "eyJ", "\\", "AKIA", ")): #<", "\" - (", "> "
            })
    void staysLinearInLinesThatNobodyUnderstands(String filler) {
        assertLinear(filler, text -> "? " + text);
        assertLinear(filler, text -> "2026-11-21 19:35:18 +0000 Rack app (\"" + text + ">");
        assertLinear(
                filler,
                text -> "{\"message\":\"" + text.replace("\\", "/").replace('"', ' ') + "\"}");
    }

    /** Builds a line around a filler. */
    private interface Around {
        String line(String text);
    }

    private static void assertLinear(String filler, Around around) {
        byte[] small = bytes(around.line(filler.repeat(SMALL / filler.length())));
        byte[] large = bytes(around.line(filler.repeat(TIMES * SMALL / filler.length())));
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        for (int i = 0; i < WARM_UP; i++) {
            cost(ingest, small);
            cost(ingest, large);
        }
        double ratio = ratio(ingest, small, large);
        for (int i = 1; i < MEASUREMENTS && ratio >= MOST_TIME; i++) {
            ratio = ratio(ingest, small, large);
        }
        assertThat(ratio).as("time for %s", filler).isLessThan(MOST_TIME);
        assertThat(cost(ingest, large).bytes() / large.length)
                .as("bytes allocated for a byte of %s", filler)
                .isLessThan(MOST_BYTES_FOR_A_BYTE);
    }

    private static double ratio(LineIngest ingest, byte[] small, byte[] large) {
        long least = Long.MAX_VALUE;
        long most = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, cost(ingest, small).nanos());
            most = Math.min(most, cost(ingest, large).nanos());
        }
        return (double) most / least;
    }

    private record Cost(long nanos, long bytes) {}

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Cost cost(LineIngest ingest, byte[] line) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long nanos = THREAD.getCurrentThreadCpuTime();
        List<PumaEvent> events = Lines.all(ingest, line);
        nanos = THREAD.getCurrentThreadCpuTime() - nanos;
        bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
        assertThat(events).isNotEmpty();
        return new Cost(Math.max(1, nanos), bytes);
    }
}
