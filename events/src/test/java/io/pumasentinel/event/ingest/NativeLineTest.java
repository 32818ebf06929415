package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLineTest {

    private static final String FORGED_PREFIX =
            "8.8.8.8 - admin [01/Jan/2020:00:00:00 +0000] \"GET /admin HTTP/1.1\" 200 12 0.0001 x";

    @Test
    void readsEveryFieldOfALineInSingleMode() {
        String line =
                "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /search?q=shoes&page=2"
                        + " HTTP/1.1\" 200 - 0.0188";
        var event = Lines.event(line);
        Access access = Lines.access(line);

        assertThat(event.timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:34:51Z").toEpochMilli());
        assertThat(event.service()).isEqualTo("shop");
        assertThat(event.position()).isEqualTo(Lines.ORIGIN.position());
        assertThat(access.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access.user()).isNull();
        assertThat(access.method()).isEqualTo("GET");
        assertThat(access.path()).isEqualTo("/search");
        assertThat(access.query()).isEqualTo("q=shoes&page=2");
        assertThat(access.protocol()).isEqualTo("HTTP/1.1");
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.responseBytes()).isEqualTo(-1);
        assertThat(access.durationNanos()).isEqualTo(18_800_000);
        assertThat(access.endpoint()).isEqualTo("GET /search");
        assertThat(access.pid()).isEqualTo(-1);
        assertThat(access.forged()).isFalse();
        assertThat(access.hijacked()).isFalse();
    }

    @Test
    void readsPidUserAndForwardedListOfACluster() {
        Access access =
                Lines.access(
                        "[28683] 203.0.113.7, 10.0.0.2 - alice [21/Nov/2026:19:39:01 +0000] \"POST"
                                + " /login HTTP/1.1\" 302 - 0.0352");

        assertThat(access.pid()).isEqualTo(28683);
        assertThat(access.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access.user()).isEqualTo("alice");
        assertThat(access.forged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21/Nov/2026 19:35:18", "21/Nov/2026:19:35:18 +0000"})
    void readsHijackedLinesOfEveryVersion(String time) {
        String line = "127.0.0.1 - - [" + time + "] \"GET /e/hijack HTTP/1.1\" HIJACKED -1 0.0001";
        Access access = Lines.access(line);

        assertThat(access.hijacked()).isTrue();
        assertThat(access.status()).isEqualTo(-1);
        assertThat(access.responseBytes()).isEqualTo(-1);
        assertThat(Lines.event(line).timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:35:18Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "203.0.113.7, 10.0.0.2, 10.0.0.3|203.0.113.7",
                "203.0.113.7, 10.9.9.9|203.0.113.7",
                "2001:db8::1|2001:db8::1",
                "[2001:db8::1]:4711|2001:db8::1",
                "::ffff:127.0.0.1|127.0.0.1",
                "''|null",
                "-|null",
                "unknown|null",
                "1.2.3.4\t5.6.7.8|null",
                "\u00e9\u00ff|null",
                "6.6.6.6:80|6.6.6.6",
            })
    void resolvesTheAddressesOfTheField(String field, String expected) {
        assertThat(
                        Lines.access(Lines.request(field, "GET /health HTTP/1.1", "200"))
                                .clientAddress())
                .isEqualTo(expected);
        String cluster = "[27416] " + Lines.request(field, "GET /health HTTP/1.1", "200");
        assertThat(Lines.access(cluster).clientAddress()).isEqualTo(expected);
        assertThat(Lines.access(cluster).pid()).isEqualTo(27416);
    }

    @Test
    void believesTheRightmostLineAndMarksAForgedForwardedHeader() {
        Access access = Lines.access(Lines.request(FORGED_PREFIX, "GET /health HTTP/1.1", "200"));

        assertThat(access.forged()).isTrue();
        assertThat(access.path()).isEqualTo("/health");
        assertThat(access.clientAddress()).isNull();
    }

    @Test
    void marksAnAccessLineThatAClientPutIntoADumpedHeader() {
        assertThat(Lines.access("X_EVIL: " + Lines.get("/admin")).forged()).isTrue();
    }

    @Test
    void stillFindsTheProxysWordBehindAForgedHeader() {
        String field = FORGED_PREFIX + ", 198.51.100.9";

        assertThat(
                        Lines.access(Lines.request(field, "GET /health HTTP/1.1", "200"))
                                .clientAddress())
                .isEqualTo("198.51.100.9");
    }

    @Test
    void marksTheVersionHeaderForgeryOfPuma5() {
        assertThat(
                        Lines.access(
                                        "127.0.0.1 - - [21/Nov/2026:20:27:49 +0000] \"GET"
                                                + " /search?q=x HTTP/1.1, HTTP/1.1\" 200 5 0.0001"
                                                + " 9.9.9.9 - - [21/Nov/2026:20:00:00 +0000] \"GET"
                                                + " /admin HTTP/1.1\" 200 - 0.0421")
                                .forged())
                .isTrue();
        Access appended = Lines.access(Lines.request("::1", "GET /h HTTP/1.1, HTTP/6.66", "200"));
        assertThat(appended.protocol()).isEqualTo("HTTP/1.1, HTTP/6.66");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ts\":1}",
                "2026-11-21 19:35:18 +0000 Rack app",
                "* Restarting...",
                "[1] - Worker 0 (PID: 1) booted",
                "=== puma shutdown: 2026-11-21 19:52:03 +0000 ==="
            })
    void staysAnAccessLineWhateverTheClientPutsInFront(String field) {
        assertThat(Lines.event(Lines.request(field, "GET /health HTTP/1.1", "200")).kind())
                .isEqualTo(EventKind.ACCESS);
    }

    @ParameterizedTest
    @CsvSource({"-1,-1", "0,0", "999,999", "1000,1000", "2000,2000", "204,204"})
    void takesEveryStatusThatPumaPrints(String text, int status) {
        assertThat(Lines.access(Lines.request("::1", "GET / HTTP/1.1", text)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "PRI", "PROPFIND", "QUERY", "A$_.-9", "DELETE"})
    void takesEveryMethodThatPumaServes(String method) {
        assertThat(Lines.access(Lines.request("::1", method + " /x HTTP/1.1", "200")).method())
                .isEqualTo(method);
    }

    @Test
    void readsAnEmptyTargetAndAStar() {
        assertThat(Lines.access(Lines.request("::1", "GET  HTTP/1.1", "404")).path()).isEmpty();
        assertThat(Lines.access(Lines.request("::1", "GET  HTTP/1.1", "404")).endpoint())
                .isEqualTo("GET /");
        assertThat(Lines.access(Lines.request("::1", "OPTIONS * HTTP/1.1", "404")).endpoint())
                .isEqualTo("OPTIONS *");
    }

    @Test
    void showsRawBytesAndControlCharactersAsText() {
        Access access =
                Lines.access(Lines.get("/caf\u00e9/\u00e6\u0097\u00a5?\u00c2\u009b=\u00ff"));

        assertThat(access.path()).isEqualTo("/caf\\xE9/\u65e5");
        assertThat(access.query()).isEqualTo("\\u009B=\\xFF");
    }

    @Test
    void readsUsersWithBlanksQuotesAndBrackets() {
        Access access =
                Lines.access(
                        "[27416] 127.0.0.1 - alice [01/Jan/2020] \"x\" [21/Nov/2026:19:37:20 +0000]"
                                + " \"GET /e/user HTTP/1.1\" 200 - 0.0002");

        assertThat(access.user()).isEqualTo("alice [01/Jan/2020] \"x\"");
        assertThat(access.clientAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void readsRackCommonLoggerWithItsTrailingBlank() {
        Access access =
                Lines.access(Lines.request("127.0.0.1", "GET /x\\xe9 HTTP/1.1", "200") + " ");

        assertThat(access.path()).isEqualTo("/x\\xe9");
    }

    @Test
    void takesANegativeDurationAsUnknownAndALongOneAsItIs() {
        String line = "::1 - - [21/Nov/2026:19:34:51 -0330] \"GET / HTTP/1.1\" 200 30000000 ";

        assertThat(Lines.access(line + "-0.0012").durationNanos()).isEqualTo(-1);
        assertThat(Lines.access(line + "3723.1071").durationNanos()).isEqualTo(3_723_107_100_000L);
        assertThat(Lines.access(line + "0.0001").responseBytes()).isEqualTo(30_000_000);
        assertThat(Lines.event(line + "0.0001").timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T23:04:51Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1 - - [32/Nov/2026:19:34:51 +0000] \"GET / HTTP/1.1\" 200 15 0.0142",
                "::1 - - [21/Nov/2026:24:34:51 +0000] \"GET / HTTP/1.1\" 200 15 0.0142",
                "::1 - - [21/Nop/2026:19:34:51 +0000] \"GET / HTTP/1.1\" 200 15 0.0142",
                "::1 - - [21/Nov/2026:19:34:51 +0000] \"get / HTTP/1.1\" 200 15 0.0142",
                "::1 - - [21/Nov/2026:19:34:51 +0000] \"GET / HTTP/1.1\" 20 000 15 0.0142",
                "::1 - - [21/Nov/2026:19:34:51 +0000] \"GET / HTTP/1.1\" 200 15 0.014",
                "INJECTED [21/Nov/2026:19:37:21 +0000] \"GET /e/user HTTP/1.1\" 200 - 0.0002",
            })
    void refusesWhatIsNoAccessLine(String line) {
        assertThat(Lines.unparsed(line).reason()).isEqualTo("unrecognised");
    }

    @Test
    void readsALineInTheMiddleOfABuffer() {
        String line = Lines.get("/a");
        byte[] bytes = ("xx\n" + line + "\r\nyy").getBytes(StandardCharsets.ISO_8859_1);
        var events = new java.util.ArrayList<io.pumasentinel.event.PumaEvent>();
        new LineIngest(IngestSettings.defaults())
                .ingest(
                        new RawLine(bytes, 3, line.length() + 1, Lines.ORIGIN, Long.MIN_VALUE),
                        events::add);

        assertThat(events).containsExactly(Lines.event(line));
    }
}
