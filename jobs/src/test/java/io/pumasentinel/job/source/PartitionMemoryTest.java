package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PartitionMemoryTest {

    private static final long T = 1_000_000;
    private static final AuthSettings AUTH = AuthSettings.defaults();

    private PartitionMemory memory = new PartitionMemory("puma-access-0", 3, AUTH);
    private long offset;

    @Test
    void countsRequestsAsUnmatchedUntilTheEndpointAnswersOnce() {
        assertThat(endpoint("GET /cart", 404)).isEqualTo("{unmatched}");
        assertThat(endpoint("GET /cart", 500)).isEqualTo("{unmatched}");
        assertThat(endpoint("GET /cart", 302)).isEqualTo("GET /cart");
        assertThat(endpoint("GET /cart", 404)).isEqualTo("GET /cart");
        assertThat(endpoint("POST /cart", 401)).isEqualTo("{unmatched}");
    }

    @Test
    void countsHijackedConnectionsOfUnknownEndpointsAsUnmatched() {
        assertThat(endpoint("GET /cable", -1)).isEqualTo("{unmatched}");
        assertThat(endpoint("GET /cable", 101)).isEqualTo("{unmatched}");
    }

    @Test
    void letsEndpointsBeyondTheBoundShareOneName() {
        for (String path : List.of("/a", "/b", "/c")) {
            assertThat(endpoint("GET " + path, 200)).isEqualTo("GET " + path);
        }
        assertThat(endpoint("GET /d", 200)).isEqualTo("{other}");
        assertThat(endpoint("GET /d", 404)).isEqualTo("{unmatched}");
        assertThat(endpoint("GET /a", 404)).isEqualTo("GET /a");
        assertThat(memory.saved().services().get(0).endpoints()).hasSize(3);
    }

    @Test
    void changesNothingButTheEndpoint() {
        PumaEvent event = Events.request(5, T, "GET /x", 404);
        PumaEvent taken = take(memory, event, T);
        assertThat(taken)
                .usingRecursiveComparison()
                .ignoringFields("access.endpoint")
                .isEqualTo(event);
    }

    @Test
    void givesLinesWithoutATimeTheLastOneElseTheRecords() {
        assertThat(take(memory, Events.untimed(), 77).timestampMillis()).isEqualTo(77);
        take(memory, Events.timed(T), T);
        take(memory, Events.timed(T - 5_000), T - 5_000);
        assertThat(take(memory, Events.untimed(), 99).timestampMillis()).isEqualTo(T);
        assertThat(take(memory, Events.unparsed(PumaEvent.NO_TIME), 99).timestampMillis())
                .isEqualTo(T);
    }

    @Test
    void doesNotLearnATimeFromLinesThatNobodyUnderstood() {
        take(memory, Events.timed(T), T);
        take(memory, Events.unparsed(T + 9_000), T + 9_000);
        assertThat(take(memory, Events.untimed(), 99).timestampMillis()).isEqualTo(T);
    }

    @Test
    void makesADeadLetterOfATimeThatItsSourceDidNotBelieve() {
        PumaEvent taken = take(memory, Events.timed(T + 9_000_000), T);
        assertThat(taken.unparsed()).isNotNull();
        assertThat(taken.timestampMillis()).isEqualTo(T);
    }

    @Test
    void goesOnAfterARestartAsIfThereHadBeenNone() {
        var other = new PartitionMemory("puma-access-0", 3, AUTH);
        for (int i = 0; i < 200; i++) {
            PumaEvent event = event(i);
            PumaEvent expected = take(other, event, T + i);
            memory = new PartitionMemory(memory.saved(), 3, AUTH);
            assertThat(take(memory, event, T + i)).as("event %d", i).isEqualTo(expected);
        }
        assertThat(memory.saved()).isEqualTo(other.saved());
    }

    @Test
    void restoresTheMemoryThatGotFurtherAndLeavesTheUnseenToOneSubtask() {
        var early = saved("p-0", 10, 1_000);
        var late = saved("p-0", 20, 2_000);
        var quiet = saved("q-0", 5, 500);
        var first = new PartitionMemories(3, AUTH, true, false);
        var second = new PartitionMemories(3, AUTH, false, false);
        first.restore(List.of(early, late, quiet));
        second.restore(List.of(late, early, quiet));
        assertThat(first.saved()).containsExactlyInAnyOrder(late, quiet);
        assertThat(second.saved()).isEmpty();
        take(second.of("p-0"), Events.timed(3_000), 3_000);
        assertThat(second.saved()).hasSize(1);
        assertThat(second.saved().get(0).lastMillis()).isEqualTo(3_000);
    }

    /** The event as it comes out, which these do at once. */
    private static PumaEvent take(PartitionMemory memory, PumaEvent event, long streamMillis) {
        List<PumaEvent> out = new ArrayList<>();
        assertThat(memory.take(event, streamMillis, (next, millis) -> out.add(next))).isFalse();
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    private static SavedPartition saved(String source, long lastIndex, long lastMillis) {
        return new SavedPartition(
                source, lastIndex, lastMillis, List.of(), List.of(), List.of(), List.of());
    }

    private static PumaEvent event(int i) {
        if (i % 7 == 3) {
            return PumaEvent.of(
                    Events.at("puma-access", i),
                    PumaEvent.NO_TIME,
                    new Lifecycle("info", -1, -1, "x"));
        }
        return Events.request(i, T + 10L * i, "GET /" + i % 11, i % 5 == 0 ? 200 : 404);
    }

    private String endpoint(String template, int status) {
        PumaEvent taken = take(memory, Events.request(offset++, T, template, status), T);
        Access access = Objects.requireNonNull(taken.access());
        return access.endpoint();
    }
}
