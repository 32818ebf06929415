package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StatsLineTest {

    private static final String ENVELOPE =
            "{\"ts\":\"2026-11-21T20:21:34.606Z\",\"host\":\"web-3\",\"service\":\"store\",\"mode\":\"%s\",\"puma_pid\":26010,\"stats\":%s}";

    private static final String WORKERS =
            """
            {"started_at":"2026-11-21T20:08:05Z","workers":3,"phase":1,"booted_workers":2,\
            "old_workers":1,"worker_status":[\
            {"started_at":"2026-11-21T20:08:05Z","pid":11,"index":1,"phase":1,"booted":true,\
            "last_checkin":"2026-11-21T20:21:30Z","last_status":{"backlog":2,"running":5,\
            "pool_capacity":0,"busy_threads":7,"backlog_max":9,"max_threads":5,\
            "requests_count":42,"reactor_max":3}},\
            {"pid":12,"index":0,"phase":0,"last_checkin":"2026-11-21T20:21:31Z",\
            "last_status":{"backlog":1,"running":2,"pool_capacity":3,"max_threads":5,\
            "requests_count":7}},\
            {"pid":13,"index":2,"phase":1,"last_checkin":"2026-11-21T20:21:33Z",\
            "last_status":{}}],"versions":{"puma":"7.2.1"}}\
            """;

    @Test
    void readsASinglePoll() {
        String stats =
                "{\"started_at\":\"2026-11-21T20:21:30Z\",\"backlog\":0,\"running\":2,\"pool_capacity\":3,\"max_threads\":5,\"requests_count\":2}";
        PumaEvent event = Lines.event(ENVELOPE.formatted("single", stats));
        long poll = Instant.parse("2026-11-21T20:21:34.606Z").toEpochMilli();

        assertThat(event.timestampMillis()).isEqualTo(poll);
        assertThat(event.host()).isEqualTo("web-3");
        assertThat(event.service()).isEqualTo("store");
        assertThat(event.stats())
                .isEqualTo(
                        new StatsSample(
                                "single",
                                0,
                                26010,
                                poll,
                                0,
                                0,
                                2,
                                3,
                                2,
                                5,
                                2,
                                -1,
                                -1,
                                1,
                                1,
                                0,
                                Double.NaN,
                                -1,
                                -1,
                                Double.NaN,
                                null));
    }

    @Test
    void givesOneSampleAWorkerThatReportedAtItsOwnTime() {
        var events = Lines.all(ENVELOPE.formatted("cluster", WORKERS));
        long first = Instant.parse("2026-11-21T20:21:30Z").toEpochMilli();

        assertThat(events).hasSize(2);
        assertThat(events.get(0).timestampMillis()).isEqualTo(first);
        assertThat(events.get(0).stats())
                .isEqualTo(
                        new StatsSample(
                                "cluster",
                                1,
                                11,
                                first,
                                1,
                                2,
                                5,
                                0,
                                7,
                                5,
                                42,
                                9,
                                3,
                                3,
                                2,
                                1,
                                Double.NaN,
                                -1,
                                -1,
                                Double.NaN,
                                null));
        assertThat(Objects.requireNonNull(events.get(1).stats()).busyThreads()).isEqualTo(3);
        assertThat(Objects.requireNonNull(events.get(1).stats()).worker()).isZero();
    }

    @Test
    void takesWhatThePollerFoundOutOfTheProcesses() {
        String worker =
                "{\"index\":0,\"pid\":7,\"process\":{\"cpu_pct\":0.25,\"rss_bytes\":1048576},"
                        + "\"last_status\":{\"running\":1}}";
        String wrong = "{\"running\":1,\"process\":{\"cpu_pct\":-1,\"rss_bytes\":\"x\"}}";
        var cluster =
                Lines.event(
                        ENVELOPE.formatted(
                                "cluster", "{\"workers\":1,\"worker_status\":[" + worker + "]}"));
        var single = Lines.event(ENVELOPE.formatted("single", wrong));

        assertThat(Objects.requireNonNull(cluster.stats()).cpuShare()).isEqualTo(0.25);
        assertThat(Objects.requireNonNull(cluster.stats()).rssBytes()).isEqualTo(1_048_576);
        assertThat(Objects.requireNonNull(single.stats()).cpuShare()).isNaN();
        assertThat(Objects.requireNonNull(single.stats()).rssBytes()).isEqualTo(-1);
    }

    @Test
    void accountsForAPollBeforeAnyWorkerReported() {
        String stats =
                "{\"workers\":2,\"booted_workers\":0,\"worker_status\":[{\"index\":0,\"last_status\":{}},{\"index\":1,\"last_status\":{}}]}";
        String line = ENVELOPE.formatted("cluster", stats);

        assertThat(Lines.lifecycle(line).action()).isEqualTo("info");
        assertThat(Lines.lifecycle(line).message()).contains("2 workers, 0 booted");
        assertThat(Lines.event(line).timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T20:21:34.606Z").toEpochMilli());
    }
}
