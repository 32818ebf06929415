package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Bodies of Puma's control server as captured: 5.6, 6.0, 6.6 and 7.2, both modes, and of 8. */
class ControlServerTest {

    private static final String GC =
            "{\"count\":17,\"time\":20,\"heap_live_slots\":43969,\"heap_free_slots\":160,\"minor_gc_count\":14,"
                + "\"major_gc_count\":3,\"old_objects\":32320,\"weak_references_count\":{\"new\":1}}";

    @Test
    void readsEveryBareBody() {
        List<PumaEvent> events = new ArrayList<>();
        Captures.Account account = Captures.read("control/bodies.ndjson.gz", events::add);

        assertThat(account.lines()).isEqualTo(16);
        assertThat(account.silent()).isZero();
        // Four versions: a single worker, two workers of a cluster, and two collectors each.
        assertThat(account.kinds()).isEqualTo(Map.of(EventKind.STATS, 4L * (1 + 2 + 2)));
        assertThat(samples(events).filter(s -> s.gc() != null)).hasSize(8);
        assertThat(samples(events).filter(s -> s.gc() == null && s.mode().equals("cluster")))
                .hasSize(8)
                .allMatch(s -> s.maxThreads() == 5 && s.poolCapacity() == 5 && s.workers() == 2);
        assertThat(samples(events).filter(s -> s.mode().equals("single")))
                .extracting(StatsSample::requestsCount)
                .containsExactly(3L, 3L, 3L, 3L);
    }

    @Test
    void readsWhatTheCollectorSays() {
        List<PumaEvent> events = new ArrayList<>();
        Captures.read("control/bodies.ndjson.gz", events::add);
        StatsSample first = samples(events).filter(s -> s.gc() != null).findFirst().orElseThrow();

        assertThat(first.gc()).isEqualTo(new GcStats(20, 26, 16, 4, 43_031, 1_096, 36_526));
        assertThat(first.worker()).isEqualTo(-1);
        assertThat(first.backlog()).isEqualTo(-1);
    }

    @Test
    void readsTheCollectorInItsEnvelope() {
        String line =
                "{\"ts\":\"2026-11-21T20:21:34.606Z\",\"host\":\"web-3\",\"service\":\"store\",\"mode\":\"single\",\"puma_pid\":7,\"gc_stats\":"
                        + GC
                        + "}";
        PumaEvent event = Lines.event(line);
        StatsSample stats = Objects.requireNonNull(event.stats());

        assertThat(event.timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T20:21:34.606Z").toEpochMilli());
        assertThat(event.host()).isEqualTo("web-3");
        assertThat(event.service()).isEqualTo("store");
        assertThat(stats.gc()).isEqualTo(new GcStats(17, 20, 14, 3, 43_969, 160, 32_320));
        assertThat(stats.pid()).isEqualTo(7);
        assertThat(stats.lastCheckinMillis()).isEqualTo(event.timestampMillis());
    }

    @Test
    void takesAbsentAndAbsurdNumbersOfTheCollectorAsUnknown() {
        String line =
                "{\"ts\":\"2026-11-21T20:21:34Z\",\"gc_stats\":{\"count\":-4,\"time\":\"x\",\"old_objects\":1e99}}";

        assertThat(Objects.requireNonNull(Lines.event(line).stats()).gc())
                .isEqualTo(new GcStats(-1, -1, -1, -1, -1, -1, -1));
    }

    @Test
    void readsTheBodiesOfPumaEight() {
        String single =
                "{\"started_at\":\"2026-11-21T20:08:05Z\",\"backlog\":0,\"running\":2,\"pool_capacity\":5,\"busy_threads\":0,"
                    + "\"io_threads\":1,\"backlog_max\":1,\"max_threads\":5,\"requests_count\":3,\"reactor_max\":2,"
                    + "\"versions\":{\"puma\":\"8.0.2\",\"ruby\":{\"engine\":\"ruby\"}}}";
        StatsSample stats = Objects.requireNonNull(Lines.event(single).stats());

        assertThat(stats.ioThreads()).isEqualTo(1);
        assertThat(stats.reactorMax()).isEqualTo(2);
        assertThat(Lines.event(single).timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
    }

    @Test
    void doesNotTakeARequestForASample() {
        String line =
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"backlog\":0,\"running\":2,\"pool_capacity\":5,\"max_threads\":5}";

        assertThat(Lines.event(line).kind()).isEqualTo(EventKind.ACCESS);
        assertThat(new String(Captures.bytes("control/bodies.ndjson.gz"), StandardCharsets.UTF_8))
                .contains("worker_status");
    }

    private static java.util.stream.Stream<StatsSample> samples(List<PumaEvent> events) {
        return events.stream().map(e -> Objects.requireNonNull(e.stats()));
    }
}
