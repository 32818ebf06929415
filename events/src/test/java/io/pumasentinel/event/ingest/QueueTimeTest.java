package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.RequestDetail;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTimeTest {

    /** 2026-11-21T19:34:51.123Z is 1795289691.123: the start of the request. */
    private static final String ECS =
            "{\"@timestamp\":\"2026-11-21T19:34:51.123Z\",\"event\":{\"duration\":5000000},"
                + "\"http\":{\"request\":{\"method\":\"GET\",\"headers\":{\"x-request-start\":%s}}},\"url\":{\"path\":\"/\"}}";

    @ParameterizedTest
    @CsvSource({
        "\"t=1795289691.100\", 23000000",
        "\"1795289691.1005\", 22500000",
        "\"t=1795289691100123\", 22877000",
        "\"1795289691100\", 23000000",
        "1795289691100, 23000000",
        "\"t=1795289691\", 123000000",
        "\"1795289691100000001\", 22999999",
        "\"t=1795289691.1234\", 0",
        "\"t=1795289691.1245\", -1",
        "\"t=1795286091.123\", 3600000000000",
        "\"t=1795286091.122\", -1",
        "\"t=17\", -1",
        "\"t=\", -1",
        "\"t=1795289691.\", -1",
        "\"t=1795289691.1x\", -1",
        "\"t=99999999999999999999\", -1",
        "\"soon\", -1",
        "1e9, -1",
        "true, -1",
    })
    void measuresFromTheHeaderToTheRequestsStart(String header, long nanos) {
        assertThat(queue(ECS.formatted(header))).isEqualTo(nanos);
    }

    @Test
    void countsBackFromTheEndWhereTheLogHasThat() {
        String line =
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"duration\":20.5,"
                    + "\"time\":\"2026-11-21T19:34:51.123Z\",\"request_start\":\"t=1795289691.100\"}";

        assertThat(queue(line)).isEqualTo(2_500_000);
        assertThat(queue(line.replace("20.5", "23.5"))).as("half a millisecond back").isZero();
        assertThat(queue(line.replace("\"time\"", "\"x\""))).as("no time").isEqualTo(-1);
        assertThat(queue(line.replace("\"duration\"", "\"x\""))).as("no duration").isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "queue_time, 12.5, 12500000",
        "queue_duration, 3, 3000000",
        "queue_time_ms, 0, 0",
        "queue_time, \"1.5s\", 1500000000",
        "queue_time, \"250us\", 250000",
        "queue_time, \"250 \u00b5s\", 250000",
        "queue_time, -1, -1",
        "queue_time, 3600001, -1",
        "queue_time, \"1h\", -1",
        "queue_time, \"1.2.3\", -1",
        "queue_time, \"...\", -1",
    })
    void takesAWaitThatTheLogTells(String field, String value, long nanos) {
        String line = "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"%s\":%s}";

        assertThat(queue(line.formatted(field, value))).isEqualTo(nanos);
    }

    private static long queue(String line) {
        byte[] bytes = line.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var events = Lines.all(new LineIngest(IngestSettings.defaults()), bytes);
        RequestDetail detail = Objects.requireNonNull(events.get(0).access(), line).detail();
        return detail == null ? -1 : detail.queueNanos();
    }
}
