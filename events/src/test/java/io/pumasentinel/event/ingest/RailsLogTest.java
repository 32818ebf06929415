package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The logs were written by a Rails 6.1 application under Puma 5.6. */
class RailsLogTest {

    private static final String TAG = "[b82d5648-a024-467e-be92-3b5bc75b9724] ";
    private static final String INFO = "I, [2026-11-21T19:56:34.534921 #8070]  INFO -- : ";
    private static final String STARTED =
            "Started GET \"/users/7?tab=orders\" for 203.0.113.7 at 2026-11-21 19:56:34 +0000";

    @Test
    void makesOneRequestOfTheLinesOfEach() {
        JoinedLines log = JoinedLines.of(read("default.log"));
        List<String> requests = accesses(log).stream().map(RailsLogTest::told).toList();
        assertThat(requests)
                .containsExactly(
                        "203.0.113.7 GET /users/7?tab=orders 200 7ms shop#user NONE",
                        "203.0.113.7 POST /login 401 0ms shop#login FAILURE",
                        "203.0.113.7 POST /login 302 0ms shop#login SUCCESS",
                        "203.0.113.7 GET /old 301 0ms shop#old NONE",
                        "203.0.113.7 GET /boom?id=1 500 3ms shop#boom NONE",
                        "203.0.113.7 GET /nope.php 404 -1ms - NONE",
                        "203.0.113.7 GET /missing_record 404 0ms shop#missing NONE",
                        "203.0.113.7 GET /users/%E9?q=%FF 400 -1ms - NONE");
        PumaEvent first = log.events().get(0);
        assertThat(first.timestampMillis()).isEqualTo(millis("2026-11-21T19:56:34.541Z"));
        assertThat(Objects.requireNonNull(first.access()).requestId())
                .isEqualTo("b82d5648-a024-467e-be92-3b5bc75b9724");
        assertThat(first.access().pid()).isEqualTo(8070);
        assertThat(first.access().endpoint()).isEqualTo("GET /users/{id}");
        assertThat(log.deadLetters()).isEmpty();
    }

    @Test
    void reportsTheExceptionsWithTheirRequests() {
        JoinedLines log = JoinedLines.of(read("default.log"));
        List<ErrorReport> errors =
                log.events().stream().map(PumaEvent::error).filter(Objects::nonNull).toList();
        assertThat(errors)
                .extracting(e -> e.type() + "|" + e.method() + " " + e.path() + "|" + e.message())
                .containsExactly(
                        "RuntimeError|GET /boom|bad thing\nsecond line",
                        "ActionController::RoutingError|GET /nope.php|No route matches [GET]"
                                + " \"/nope.php\"",
                        "ActionController::RoutingError|GET /missing_record|gone",
                        "ActionController::BadRequest|GET /users/%E9|Invalid path parameters:"
                                + " Invalid encoding for parameter: \uFFFD");
        assertThat(errors.get(0).stackTrace()).isEqualTo("config.ru:65:in `boom'");
        assertThat(errors.get(0).requestId()).isEqualTo("36e7220c-1423-43e2-b766-6c8e5de396ca");
        assertThat(errors.get(1).stackTrace()).isNull();
        assertThat(errors.get(3).stackTrace()).hasLineCount(49);
    }

    @Test
    void accountsForEveryLineOfBothLogs() {
        for (String name : List.of("default.log", "lograge_kv.log")) {
            JoinedLines log = JoinedLines.of(read(name));
            assertThat(log.all().size() + log.joined()).as(name).isEqualTo(log.lines());
            assertThat(log.waiting()).isZero();
        }
    }

    @Test
    void joinsAcrossARestartAtAnyLine() {
        List<PumaEvent> expected = JoinedLines.of(read("default.log")).all();
        String[] lines = read("default.log").split("\n", -1);
        for (int cut = 0; cut < lines.length; cut++) {
            var log = new JoinedLines();
            for (int i = 0; i < lines.length; i++) {
                if (i == cut) {
                    log.restart();
                }
                log.line("web-1", lines[i]);
            }
            log.end();
            assertThat(log.all()).as("cut before line %d", cut).isEqualTo(expected);
        }
    }

    @Test
    void joinsInterleavedRequestsByTheirTags() {
        String other = "[accb4f5a-f0f7-45d7-8420-dcc804bfec8a] ";
        JoinedLines log =
                JoinedLines.of(
                        INFO
                                + TAG
                                + STARTED
                                + "\n"
                                + INFO
                                + other
                                + STARTED.replace("users/7", "cart")
                                + "\n"
                                + INFO
                                + other
                                + "Completed 201 Created in 12ms\n"
                                + INFO
                                + TAG
                                + "cache miss\n"
                                + INFO
                                + TAG
                                + "Completed 404 Not Found in 3ms");
        assertThat(accesses(log).stream().map(RailsLogTest::told))
                .containsExactly(
                        "203.0.113.7 GET /cart?tab=orders 201 12ms - NONE",
                        "203.0.113.7 GET /users/7?tab=orders 404 3ms - NONE");
        assertThat(log.deadLetters()).isEmpty();
    }

    @Test
    void joinsWithoutTagsOnlyWhileOneRequestOfTheProcessIsOpen() {
        String completed = "Completed 200 OK in 7ms (Views: 0.2ms)";
        JoinedLines alone = JoinedLines.of(INFO + STARTED + "\n" + INFO + completed);
        assertThat(accesses(alone)).hasSize(1);

        JoinedLines bare = JoinedLines.of(STARTED + "\n" + completed);
        assertThat(accesses(bare)).hasSize(1);

        JoinedLines two =
                JoinedLines.of(
                        INFO + STARTED + "\n" + INFO + STARTED + "\n" + INFO + completed + "\n"
                                + INFO + completed);
        assertThat(accesses(two)).isEmpty();
        assertThat(two.deadLetters())
                .hasSize(4)
                .allMatch(line -> line.reason().equals("part of a rails request"));

        String elsewhere = INFO.replace("8070", "8071");
        JoinedLines processes =
                JoinedLines.of(
                        INFO + STARTED + "\n" + elsewhere + STARTED + "\n" + elsewhere + completed
                                + "\n" + INFO + completed);
        assertThat(accesses(processes)).hasSize(2);
    }

    @Test
    void takesTheZoneFromTheStartedLine() {
        String started = STARTED.replace("19:56:34 +0000", "16:26:34 -0330");
        String info = INFO.replace("T19:56", "T16:26");
        JoinedLines log =
                JoinedLines.of(
                        info + TAG + started + "\n" + info + TAG + "Completed 200 OK in 7ms");
        assertThat(log.events().get(0).timestampMillis())
                .isEqualTo(millis("2026-11-21T19:56:34.541Z"));
    }

    @Test
    void forgetsRequestsThatNeverEnd() {
        var log = new JoinedLines();
        for (int i = 0; i < 3 * RailsRequests.MAX_OPEN; i++) {
            log.line("web-1", "[request-%08d] %s".formatted(i, STARTED));
        }
        assertThat(log.waiting()).isEqualTo(RailsRequests.MAX_OPEN);
        assertThat(log.deadLetters()).hasSize(2 * RailsRequests.MAX_OPEN);
        log.watermark(millis("2026-11-21T19:58:35Z"));
        assertThat(log.waiting()).isZero();
        assertThat(log.deadLetters())
                .hasSize(3 * RailsRequests.MAX_OPEN)
                .extracting(Unparsed::line)
                .allMatch(line -> line.contains("203.0.113.7 \"GET /users/7?tab=orders\""));
    }

    @Test
    void readsLogragesKeysAndValues() {
        JoinedLines log = JoinedLines.of(read("lograge_kv.log"));
        assertThat(accesses(log).stream().map(RailsLogTest::told))
                .containsExactly(
                        "null GET /users/7 200 22ms shop#user NONE",
                        "null POST /login 401 0ms shop#login FAILURE",
                        "null POST /login 302 0ms shop#login SUCCESS",
                        "null GET /old 301 0ms shop#old NONE",
                        "null GET /boom 500 -1ms shop#boom NONE",
                        "null GET /missing_record 404 0ms shop#missing NONE");
        assertThat(accesses(log).get(0).durationNanos()).isEqualTo(22_450_000);
        assertThat(log.events().stream().map(PumaEvent::error).filter(Objects::nonNull))
                .extracting(error -> error.type())
                .containsExactly(
                        "RuntimeError",
                        "ActionController::RoutingError",
                        "ActionController::RoutingError",
                        "ActionController::BadRequest");
        assertThat(log.deadLetters().stream().map(Unparsed::reason).distinct())
                .containsExactlyInAnyOrder("unrecognised", "empty line");
    }

    @Test
    void namesRoutesAsRailsDoes() {
        assertThat(RouteOf.of("ShopController", "user")).isEqualTo("shop#user");
        assertThat(RouteOf.of("Admin::UserAccountsController", "index"))
                .isEqualTo("admin/user_accounts#index");
        assertThat(RouteOf.of("API::V1::HTTPProxyController", "show"))
                .isEqualTo("api/v1/http_proxy#show");
        assertThat(RouteOf.of("", "show")).isEmpty();
    }

    private static List<Access> accesses(JoinedLines log) {
        List<Access> found = new ArrayList<>();
        for (PumaEvent event : log.events()) {
            if (event.access() != null) {
                found.add(event.access());
            }
        }
        return found;
    }

    private static String told(Access access) {
        String route = access.detail() == null ? "-" : access.detail().route();
        long ms = access.durationNanos() < 0 ? -1 : access.durationNanos() / 1_000_000;
        AuthOutcome auth = access.auth();
        return access.clientAddress()
                + " %s %s %d %dms %s %s"
                        .formatted(
                                access.method(), access.target(), access.status(), ms, route, auth);
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static String read(String name) {
        try (InputStream in = RailsLogTest.class.getResourceAsStream("/rails/" + name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.substring(0, text.length() - 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
