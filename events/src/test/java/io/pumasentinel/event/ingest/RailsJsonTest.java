package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON lines of a captured Rails application, each with what was sent and answered. */
class RailsJsonTest {

    private static final String SHORT =
            """
            GET /users/7 200 shop#user
            POST /login 401 shop#login
            POST /login 302 shop#login
            GET /old 301 shop#old
            GET /boom 500 shop#boom
            GET /missing_record 404 shop#missing
            """;

    @ParameterizedTest
    @CsvSource({
        "lograge_json,      9440000 320000 450000 300000 410000 510000",
        "lograge015_json,   4910000 360000 250000 240000 360000 250000",
        "lograge_json_custom, 16040000 320000 310000 280000 280000 290000",
        "logstasher,        8570000 220000 320000 140000 180000 140000",
    })
    void readsEveryRequestAndTheErrorsOfTwo(String file, String durations) {
        List<PumaEvent> events = new ArrayList<>();
        Captures.Account account = Captures.read("rails/" + file + ".ndjson.gz", events::add);
        StringBuilder requests = new StringBuilder();
        List<String> nanos = new ArrayList<>();
        for (PumaEvent event : events) {
            Access access = event.access();
            if (access != null) {
                requests.append(shown(access)).append('\n');
                nanos.add(String.valueOf(access.durationNanos()));
            }
        }

        assertThat(account.lines()).isEqualTo(6);
        assertThat(account.kinds()).isEqualTo(Map.of(EventKind.ACCESS, 6L, EventKind.ERROR, 2L));
        assertThat(requests).hasToString(SHORT);
        assertThat(String.join(" ", nanos)).isEqualTo(durations);
        assertThat(events.stream().filter(e -> e.error() != null).map(RailsJsonTest::shown))
                .containsExactly(
                        "request-error RuntimeError: bad thing\\x0Asecond line (GET /boom)",
                        "request-error ActionController::RoutingError: gone (GET"
                                + " /missing_record)");
    }

    @Test
    void takesNoTimeAndNoClientWhereLogrageHasNone() {
        PumaEvent event = lines("lograge_json").get(0);

        assertThat(event.timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
        assertThat(access(event).clientAddress()).isNull();
        assertThat(access(event).userAgent()).isNull();
        assertThat(event.host()).isEqualTo(Lines.ORIGIN.host());
        assertThat(access(event).detail())
                .isEqualTo(new RequestDetail(-1, "shop#user", null, null));
    }

    @Test
    void takesWhatLogragesCustomOptionsAdd() {
        PumaEvent event = lines("lograge_json_custom").get(0);

        assertThat(event.timestampMillis()).isEqualTo(millis("2026-11-21T19:56:40.291Z"));
        assertThat(access(event).clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access(event).requestId()).isEqualTo("04512764-4fc1-4abe-88ee-aa3628036260");
        assertThat(access(event).userAgent()).isEqualTo("Mozilla/5.0 (X11; Linux x86_64)");
        assertThat(access(event).query()).isNull();
    }

    @Test
    void readsLogragesLogstashForm() {
        String line =
                "{\"method\":\"GET\",\"path\":\"/users/7\",\"format\":\"*/*\",\"controller\":\"Admin::APIUsersController\","
                    + "\"action\":\"show\",\"status\":200,\"duration\":22.45,\"view\":0.28,"
                    + "\"@timestamp\":\"2026-11-21T19:56:40.291Z\",\"@version\":\"1\",\"message\":\"[200]"
                    + " GET /users/7 (ShopController#user)\",\"host\":\"shop.example\"}";
        PumaEvent event = Lines.event(line);

        assertThat(event.timestampMillis()).isEqualTo(millis("2026-11-21T19:56:40.291Z"));
        assertThat(access(event).durationNanos()).isEqualTo(22_450_000);
        assertThat(event.host()).as("what the client asked for").isEqualTo("web-1");
        assertThat(access(event).detail())
                .isEqualTo(new RequestDetail(-1, "admin/api_users#show", "shop.example", null));
    }

    @Test
    void readsLogstashersBacktrace() {
        PumaEvent request = lines("logstasher").get(4);
        ErrorReport error = Objects.requireNonNull(lines("logstasher").get(5).error());

        assertThat(request.timestampMillis()).isGreaterThan(millis("2026-11-21T19:57:03.961Z"));
        assertThat(access(request).clientAddress()).isEqualTo("203.0.113.7");
        assertThat(error.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(error.endpoint()).isEqualTo("GET /boom");
        assertThat(error.requestId()).isEqualTo(access(request).requestId()).isNotNull();
        assertThat(Objects.requireNonNull(error.stackTrace()).lines())
                .hasSizeGreaterThan(20)
                .startsWith("config.ru:65:in `boom'")
                .allMatch(frame -> frame.contains(":in `"));
    }

    @Test
    void readsEveryRecordOfSemanticLogger() {
        List<PumaEvent> events = lines("rsl_json");
        StringBuilder requests = new StringBuilder();
        events.stream()
                .filter(e -> e.access() != null)
                .forEach(e -> requests.append(shown(access(e))).append('\n'));

        assertThat(events).hasSize(12);
        assertThat(requests).hasToString(SHORT);
        assertThat(events.stream().filter(e -> e.error() != null).map(RailsJsonTest::shown))
                .containsExactly(
                        "app-error RuntimeError: bad thing\\x0Asecond line (null null)",
                        "app-error ActionController::RoutingError: No route matches [GET]"
                                + " \"/nope.php\" (null null)",
                        "app-error ActionController::RoutingError: gone (null null)",
                        "app-error ActionController::BadRequest: Invalid path parameters: Invalid"
                                + " encoding for parameter: \ufffd (null null)");
        assertThat(events.stream().map(PumaEvent::unparsed).filter(Objects::nonNull))
                .as("redirects")
                .extracting(unparsed -> Objects.requireNonNull(unparsed).reason())
                .containsExactly("application record", "application record");
    }

    @Test
    void readsEveryFieldOfSemanticLogger() {
        PumaEvent event = lines("rsl_json").get(0);
        ErrorReport error = Objects.requireNonNull(lines("rsl_json").get(7).error());

        assertThat(event.timestampMillis()).isEqualTo(millis("2026-11-21T19:56:45.752Z"));
        assertThat(event.host()).isEqualTo("vm");
        assertThat(access(event).durationNanos()).isEqualTo(4_585_343);
        assertThat(access(event).clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access(event).pid()).isEqualTo(8425);
        assertThat(access(event).requestId()).isEqualTo("cfa03ed6-89a2-4381-aa7b-26e18e8fa637");
        assertThat(error.requestId()).isEqualTo("0c81b355-0d90-4bd1-a86a-f32fc6662ea9");
        assertThat(error.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(Objects.requireNonNull(error.stackTrace()).lines().findFirst())
                .hasValue("config.ru:65:in `boom'");
    }

    @Test
    void readsSemanticLoggersTextDurationAndItsEcsForm() {
        String text =
                "{\"timestamp\":\"2026-11-21T19:56:45.752894Z\",\"level\":\"info\",\"duration\":\"4.585ms\","
                    + "\"payload\":{\"method\":\"GET\",\"path\":\"/a\",\"status\":200}}";
        String ecs =
                "{\"@timestamp\":\"2026-11-21T19:56:45.752Z\",\"ecs.version\":\"8.11.0\",\"log.level\":\"info\","
                    + "\"log.logger\":\"ShopController\",\"process.pid\":7,\"host.hostname\":\"vm\","
                    + "\"service.name\":\"store\",\"event.duration\":4585343,\"labels\":{\"ip\":\"203.0.113.7\"},"
                    + "\"semantic_logger\":{\"payload\":{\"controller\":\"ShopController\",\"action\":\"user\","
                    + "\"method\":\"GET\",\"path\":\"/users/7\",\"status\":200}}}";

        assertThat(Lines.access(text).durationNanos()).isEqualTo(4_585_000);
        assertThat(shown(Lines.access(ecs))).isEqualTo("GET /users/7 200 shop#user");
        assertThat(Lines.event(ecs).timestampMillis())
                .as("stamped when it was done")
                .isEqualTo(millis("2026-11-21T19:56:45.752Z"));
        assertThat(Lines.access(ecs).durationNanos()).isEqualTo(4_585_343);
        assertThat(Lines.access(ecs).clientAddress()).isEqualTo("203.0.113.7");
    }

    @Test
    void doesNotCountSemanticLoggersOtherRecordsAsRequests() {
        String started =
                "{\"level\":\"debug\",\"name\":\"Rack\",\"message\":\"Started\",\"payload\":{\"method\":\"GET\",\"path\":\"/a\"}}";
        String error =
                "{\"level\":\"error\",\"name\":\"Jobs\",\"message\":\"card token=abc failed\"}";

        assertThat(Lines.unparsed(started).reason()).isEqualTo("application record");
        assertThat(Lines.error(error).action()).isEqualTo("app-log");
        assertThat(Lines.error(error).message()).isEqualTo("card token=[REDACTED] failed");
    }

    @Test
    void readsTheErrorOfAnEcsRequest() {
        String line =
                "{\"@timestamp\":\"2026-11-21T19:56:45Z\",\"http\":{\"request\":{\"method\":\"GET\"}},\"url\":{\"path\":\"/a\"},\"error\":{\"type\":\"KeyError\",\"message\":\"x\",\"stack_trace\":\"a\\n"
                    + "b\\u001b\"}}";
        List<PumaEvent> events = Lines.all(line);

        assertThat(events)
                .extracting(PumaEvent::kind)
                .containsExactly(EventKind.ACCESS, EventKind.ERROR);
        assertThat(Objects.requireNonNull(events.get(1).error()).stackTrace())
                .isEqualTo("a\nb\\x1B");
    }

    private static List<PumaEvent> lines(String file) {
        List<PumaEvent> events = new ArrayList<>();
        byte[] bytes = Captures.bytes("rails/" + file + ".ndjson.gz");
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .forEach(
                        line ->
                                events.addAll(
                                        Lines.all(
                                                new LineIngest(IngestSettings.defaults()),
                                                line.getBytes(StandardCharsets.UTF_8))));
        return events;
    }

    private static Access access(PumaEvent event) {
        return Objects.requireNonNull(event.access());
    }

    private static String shown(Access access) {
        RequestDetail detail = access.detail();
        return "%s %s %d %s"
                .formatted(
                        access.method(),
                        access.path(),
                        access.status(),
                        detail == null ? null : detail.route());
    }

    private static String shown(PumaEvent event) {
        ErrorReport e = Objects.requireNonNull(event.error());
        return "%s %s: %s (%s %s)"
                .formatted(e.action(), e.type(), e.message(), e.method(), e.path());
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
