package io.pumasentinel.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Traces in real lines. */
class TraceTest {
    private static final String NATIVE =
            "[7] 203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /cart HTTP/1.1\" 200 15 0.0188";
    private static final String COMBINED =
            "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /cart HTTP/1.1\" 200 15 \"-\""
                    + " \"sqlmap/1.7\"";
    private static final String BOOT = "[7] - Worker 0 (PID: 9) booted in 0.1s, phase: 0";
    private static final Subject CLIENT = new Subject(Set.of("203.0.113.7"), "", "", "");
    private static final Subject OTHER = new Subject(Set.of("203.0.113.8"), "", "", "");
    private static final Subject CART = new Subject(Set.of(), "/cart", "", "");

    @Test
    void areRequestsOfTheAddressesAndTheirUserAgents() {
        assertThat(tracesIn(NATIVE, CLIENT)).contains(Trace.REQUESTS, Trace.ANYTHING);
        assertThat(tracesIn(NATIVE, CLIENT)).doesNotContain(Trace.USER_AGENT, Trace.LIFECYCLE);
        assertThat(tracesIn(NATIVE, OTHER)).doesNotContain(Trace.REQUESTS);
        assertThat(tracesIn(COMBINED, CLIENT)).contains(Trace.REQUESTS, Trace.USER_AGENT);
        assertThat(tracesIn(COMBINED, OTHER)).doesNotContain(Trace.USER_AGENT);
    }

    @Test
    void areRequestsOfTheEndpoint() {
        assertThat(tracesIn(NATIVE, CART)).contains(Trace.ENDPOINT);
        assertThat(tracesIn(NATIVE.replace("/cart", "/search"), CART))
                .doesNotContain(Trace.ENDPOINT);
    }

    @Test
    void areLifecycleLines() {
        assertThat(tracesIn(BOOT, CLIENT)).containsExactly(Trace.LIFECYCLE, Trace.ANYTHING);
    }

    private static List<Trace> tracesIn(String line, Subject subject) {
        List<PumaEvent> events = new ArrayList<>();
        new LineIngest(IngestSettings.defaults())
                .ingest(
                        RawLine.of(
                                line.getBytes(StandardCharsets.UTF_8),
                                new Origin("shop", "web-1", Position.ofLine("log", 1))),
                        events::add);
        return Arrays.stream(Trace.values())
                .filter(trace -> events.stream().anyMatch(e -> trace.isIn(e, subject)))
                .toList();
    }
}
