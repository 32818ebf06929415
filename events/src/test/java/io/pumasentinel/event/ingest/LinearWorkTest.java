package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight times the input may cost eight times the work; quadratic work would cost 64 times. Both
 * sizes run in the same thread right after each other, so only their ratio counts. The larger is
 * near the longest line that is read at all.
 */
class LinearWorkTest {

    private static final int SMALL = 30_000;
    private static final int TIMES = 8;
    private static final double MOST = 32;
    private static final int ROUNDS = 5;

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
        long smallNanos = Long.MAX_VALUE;
        long largeNanos = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            smallNanos = Math.min(smallNanos, cost(ingest, small));
            largeNanos = Math.min(largeNanos, cost(ingest, large));
        }
        assertThat((double) largeNanos / smallNanos).as(filler).isLessThan(MOST);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long cost(LineIngest ingest, byte[] line) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(Lines.all(ingest, line)).isNotEmpty();
        return Math.max(1, threads.getCurrentThreadCpuTime() - before);
    }
}
