package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.EventKind.ACCESS;
import static io.pumasentinel.event.EventKind.ERROR;
import static io.pumasentinel.event.EventKind.LIFECYCLE;
import static io.pumasentinel.event.EventKind.STATS;
import static io.pumasentinel.event.EventKind.UNPARSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counts were taken with grep, awk and jq from the same files. */
class CaptureAccountingTest {

    @Test
    void accountsForEveryLineOfASingleServer() {
        List<PumaEvent> events = new ArrayList<>();
        expect(
                Captures.read("single-access.log.gz", events::add),
                8837,
                Map.of(ACCESS, 8827L, LIFECYCLE, 10L));
        expect(Captures.read("single-stderr.log.gz", events::add), 90, Map.of(ERROR, 90L));
        expect(Captures.read("single-stats.ndjson.gz", events::add), 423, Map.of(STATS, 423L));

        assertThat(events).filteredOn(e -> outcome(e) == AuthOutcome.FAILURE).hasSize(619);
        assertThat(events).filteredOn(e -> outcome(e) == AuthOutcome.SUCCESS).hasSize(337);
        assertThat(events).filteredOn(e -> action(e).equals("rack-app")).hasSize(40);
        assertThat(events).filteredOn(e -> action(e).equals("parse-error")).hasSize(50);
    }

    @Test
    void accountsForEveryLineOfACluster() {
        Map<String, Integer> actions = new HashMap<>();
        expect(
                Captures.read(
                        "cluster-access.log.gz",
                        e -> {
                            if (e.lifecycle() != null) {
                                actions.merge(e.lifecycle().action(), 1, Integer::sum);
                            }
                        }),
                8000,
                Map.of(ACCESS, 7975L, LIFECYCLE, 25L));
        assertThat(actions)
                .isEqualTo(
                        Map.of(
                                "boot", 1,
                                "worker-boot", 5,
                                "worker-stop", 2,
                                "phased-restart", 1,
                                "shutdown", 3,
                                "info", 13));
        expect(Captures.read("cluster-stderr.log.gz", e -> {}), 90, Map.of(ERROR, 90L));
        expect(Captures.read("cluster-stats.ndjson.gz", e -> {}), 622, Map.of(STATS, 1244L));
    }

    @Test
    void countsDumpedHeadersAsContinuations() {
        List<String> reasons = new ArrayList<>();
        expect(
                Captures.read(
                        "cluster-7.2-stderr.log.gz",
                        e -> {
                            if (e.unparsed() != null) {
                                reasons.add(e.unparsed().reason());
                            }
                        }),
                96,
                Map.of(ERROR, 91L, UNPARSED, 5L));
        assertThat(reasons).containsOnly("continuation");
    }

    @Test
    void readsTheSameRequestsFromJson() {
        Map<Integer, Integer> statuses = new HashMap<>();
        expect(
                Captures.read(
                        "single-access-ecs.ndjson.gz",
                        e ->
                                statuses.merge(
                                        Objects.requireNonNull(e.access()).status(),
                                        1,
                                        Integer::sum)),
                2500,
                Map.of(ACCESS, 2500L));
        assertThat(statuses)
                .isEqualTo(
                        Map.of(
                                200, 1476, 201, 33, 204, 40, 302, 153, 303, 13, 304, 168, 401, 552,
                                404, 56, 500, 9));
    }

    private static void expect(Captures.Account account, long lines, Map<EventKind, Long> kinds) {
        assertThat(account.lines()).isEqualTo(lines);
        assertThat(account.silent()).isZero();
        assertThat(account.kinds()).isEqualTo(kinds);
    }

    private static AuthOutcome outcome(PumaEvent event) {
        return event.access() == null ? AuthOutcome.NONE : event.access().auth();
    }

    private static String action(PumaEvent event) {
        return event.error() == null ? "" : event.error().action();
    }
}
