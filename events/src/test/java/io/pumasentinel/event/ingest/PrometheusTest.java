package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrometheusTest {

    private static final String TIME = "2026-11-21T20:21:34.606Z";

    @Test
    void readsYabedasMetricsOfEachWorker() {
        List<PumaEvent> events =
                poll(
                        """
                        # TYPE puma_workers gauge
                        puma_workers 2
                        puma_booted_workers 2
                        puma_old_workers 0
                        # HELP puma_backlog Number of established but unaccepted connections
                        # TYPE puma_backlog gauge
                        puma_backlog{index="0"} 3
                        puma_backlog{index="1"} 0
                        puma_running{index="0"} 5
                        puma_running{index="1"} 5.0
                        puma_pool_capacity{index="0"} 0
                        puma_pool_capacity{index="1"} 4
                        puma_max_threads{index="0"} 5
                        puma_max_threads{index="1"} 5
                        puma_busy_threads{index="0"} 8
                        puma_requests_count{index="0"} 1.2e+03
                        puma_requests_count{index="1"} 7 1795292494606
                        """);
        assertThat(events)
                .hasSize(2)
                .allMatch(e -> e.timestampMillis() == Instant.parse(TIME).toEpochMilli())
                .allMatch(e -> e.host().equals("web-3") && e.service().equals("store"));
        StatsSample first = stats(events.get(0));
        assertThat(first.mode()).isEqualTo("cluster");
        assertThat(first.worker()).isZero();
        assertThat(first.backlog()).isEqualTo(3);
        assertThat(first.busyThreads()).isEqualTo(8);
        assertThat(first.requestsCount()).isEqualTo(1200);
        assertThat(first.workers()).isEqualTo(2);
        assertThat(first.bootedWorkers()).isEqualTo(2);
        StatsSample second = stats(events.get(1));
        assertThat(second.worker()).isEqualTo(1);
        assertThat(second.busyThreads()).isEqualTo(1);
        assertThat(second.requestsCount()).isEqualTo(7);
        assertThat(second.requestRate()).isNaN();
    }

    @Test
    void readsASingleServerAndSumsOverWorkers() {
        StatsSample single =
                stats(poll("puma_backlog 1\npuma_running 2\npuma_max_threads 5\n").get(0));
        assertThat(single.mode()).isEqualTo("single");
        assertThat(single.worker()).isZero();
        assertThat(single.workers()).isEqualTo(1);

        StatsSample sum =
                stats(
                        poll("""
                        puma_workers 4
                        puma_backlog 1
                        puma_running 20
                        puma_max_threads 20
                        puma_pool_capacity 6
                        puma_requests_total 99
                        """)
                                .get(0));
        assertThat(sum.mode()).isEqualTo("cluster");
        assertThat(sum.worker()).isEqualTo(-1);
        assertThat(sum.workers()).isEqualTo(4);
        assertThat(sum.requestsCount()).isEqualTo(99);
    }

    @Test
    void readsTheNamesOfPrometheusExporter() {
        StatsSample stats =
                stats(
                        poll("""
                        ruby_puma_request_backlog 4
                        ruby_puma_running_threads 5
                        ruby_puma_thread_pool_capacity 0
                        ruby_puma_max_threads{phase="0"} 5
                        """)
                                .get(0));
        assertThat(stats.backlog()).isEqualTo(4);
        assertThat(stats.running()).isEqualTo(5);
        assertThat(stats.poolCapacity()).isZero();
        assertThat(stats.busyThreads()).isEqualTo(9);
    }

    @Test
    void toleratesWhatCannotBe() {
        StatsSample stats =
                stats(
                        poll("""
                        puma_backlog{index="0"} -3
                        puma_running{index="0"} NaN
                        puma_pool_capacity{index="0"} +Inf
                        puma_max_threads{index="0"} many
                        puma_busy_threads{index="0"} 1e300
                        puma_requests_count{a="}\\",index=\\"7",index="0"} 5
                        puma_
                        puma_backlog{index="9

                        {}
                        """)
                                .get(0));
        assertThat(stats.backlog()).isEqualTo(-1);
        assertThat(stats.running()).isEqualTo(-1);
        assertThat(stats.poolCapacity()).isEqualTo(-1);
        assertThat(stats.maxThreads()).isEqualTo(-1);
        assertThat(stats.busyThreads()).isEqualTo(-1);
        assertThat(stats.utilization()).isNaN();
    }

    @Test
    void saysOfAnExpositionWithoutPumaThatNothingWasReported() {
        assertThat(poll("go_goroutines 12\n"))
                .singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(EventKind.LIFECYCLE));
    }

    private static List<PumaEvent> poll(String exposition) {
        String text = exposition.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return Lines.all(
                "{\"ts\":\"%s\",\"host\":\"web-3\",\"service\":\"store\",\"prometheus\":\"%s\"}"
                        .formatted(TIME, text));
    }

    private static StatsSample stats(PumaEvent event) {
        return Objects.requireNonNull(event.stats());
    }
}
