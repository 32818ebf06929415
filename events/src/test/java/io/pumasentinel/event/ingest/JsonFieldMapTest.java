package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonFieldMapTest {

    private static final Map<JsonName, String> PATHS =
            Map.ofEntries(
                    Map.entry(JsonName.START, "at"),
                    Map.entry(JsonName.ADDRESS, "from.forwarded"),
                    Map.entry(JsonName.PEER_ADDRESS, "from.socket"),
                    Map.entry(JsonName.METHOD, "verb"),
                    Map.entry(JsonName.URL, "req.url"),
                    Map.entry(JsonName.STATUS, "res.code"),
                    Map.entry(JsonName.DURATION, "took"),
                    Map.entry(JsonName.BYTES, "res.size"),
                    Map.entry(JsonName.USER, "who"),
                    Map.entry(JsonName.USER_AGENT, "req.agent"),
                    Map.entry(JsonName.REQUEST_ID, "req.id"),
                    Map.entry(JsonName.QUEUE, "wait"),
                    Map.entry(JsonName.ROUTE, "handler"),
                    Map.entry(JsonName.HOST, "node"),
                    Map.entry(JsonName.PID, "proc"));

    @Test
    void readsEveryFieldFromWhereItIsTold() {
        String line =
                "{\"at\":1795289691123,\"from\":{\"forwarded\":\"203.0.113.7,"
                    + " 10.0.0.9\",\"socket\":\"10.0.0.2\"},\"verb\":\"GET\","
                    + "\"req\":{\"url\":\"https://u:p@shop.example/a/7?b=1&token=x\",\"agent\":\"curl/8\",\"id\":\"r1\"},"
                    + "\"res\":{\"code\":\"404\",\"size\":12},\"took\":0.0125,\"who\":\"ann\",\"wait\":250,\"handler\":\"Show\",\"node\":\"n7\",\"proc\":9}";
        PumaEvent event = event(PATHS, line);
        Access access = Objects.requireNonNull(event.access());

        assertThat(event.timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:34:51.135Z").toEpochMilli());
        assertThat(event.host()).isEqualTo("n7");
        assertThat(access.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access.target()).isEqualTo("/a/7?b=1&token=[REDACTED]");
        assertThat(access.endpoint()).isEqualTo("GET /a/{id}");
        assertThat(access.status()).isEqualTo(404);
        assertThat(access.responseBytes()).isEqualTo(12);
        assertThat(access.durationNanos()).isEqualTo(12_500_000);
        assertThat(access.user()).isEqualTo("ann");
        assertThat(access.userAgent()).isEqualTo("curl/8");
        assertThat(access.requestId()).isEqualTo("r1");
        assertThat(access.pid()).isEqualTo(9);
        assertThat(access.detail())
                .isEqualTo(new RequestDetail(250_000, "Show", "shop.example", null));
    }

    @Test
    void readsARequestLineAndTheTimeOfItsEnd() {
        String line =
                "{\"end\":\"2026-11-21T19:34:51Z\",\"request\":\"GET /a?b=1"
                        + " HTTP/1.1\",\"status\":200,\"duration\":3}";
        PumaEvent event = event(Map.of(JsonName.REQUEST, "request", JsonName.TIME, "end"), line);

        assertThat(Objects.requireNonNull(event.access()).target()).isEqualTo("/a?b=1");
        assertThat(event.access().protocol()).isEqualTo("HTTP/1.1");
        assertThat(event.access().durationNanos()).as("not configured: ms").isEqualTo(3_000_000);
        assertThat(event.timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:34:51Z").toEpochMilli());
    }

    @Test
    void letsAConfiguredFieldWin() {
        String line =
                "{\"code\":503,\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"duration\":7,\"real\":1,\"ip\":\"8.8.8.8\",\"peer\":\"9.9.9.9\"}";
        Access access =
                Objects.requireNonNull(
                        event(
                                        Map.of(
                                                JsonName.STATUS, "code",
                                                JsonName.DURATION, "real",
                                                JsonName.ADDRESS, "peer"),
                                        line)
                                .access());

        assertThat(access.status()).isEqualTo(503);
        assertThat(access.durationNanos()).isEqualTo(1_000_000_000);
        assertThat(access.clientAddress()).isEqualTo("9.9.9.9");
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> map(Map.of(JsonName.USER_AGENT, "a..b")))
                .hasMessageContaining("user-agent: no path (got a..b)");
        assertThatThrownBy(() -> map(Map.of(JsonName.PATH, "a", JsonName.URL, "a")))
                .hasMessageContaining("url: path in use (got a, as for path)");
    }

    private static JsonFieldMap map(Map<JsonName, String> paths) {
        return new JsonFieldMap(paths, TimeUnitName.S, TimeUnitName.US);
    }

    private static PumaEvent event(Map<JsonName, String> paths, String line) {
        IngestSettings usual = IngestSettings.defaults();
        var settings =
                new IngestSettings(
                        usual.trustedProxies(),
                        usual.redactedKeys(),
                        usual.redaction(),
                        usual.auth(),
                        usual.endpointPatterns(),
                        usual.maxLineBytes(),
                        map(paths));
        List<PumaEvent> events =
                Lines.all(new LineIngest(settings), line.getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
