package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.EventKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLineTest {

    private static final String ECS =
            """
            {"@timestamp":"2026-11-21T19:55:46.410Z","event":{"duration":14838079},\
            "http":{"version":"1.1","request":{"method":"GET","id":"562a"},\
            "response":{"status_code":200,"body":{"bytes":3500}}},\
            "url":{"path":"/dashboard","query":"a=1&token=x","domain":"shop.example"},\
            "source":{"ip":"127.0.0.1"},"client":{"ip":"198.51.100.16"},\
            "user_agent":{"original":"curl/8\\u001b[31m"},"user":{"name":"user52"},\
            "host":{"hostname":"web-3"},"process":{"pid":6323},"service":{"name":"store"},\
            "trace":{"id":"abc"},"labels":[{"x":1},[2]]}\
            """;

    @Test
    void readsEveryFieldOfAnEcsLine() {
        var event = Lines.event(ECS);
        Access access = Lines.access(ECS);

        assertThat(event.timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:55:46.424Z").toEpochMilli());
        assertThat(event.service()).isEqualTo("store");
        assertThat(event.host()).isEqualTo("web-3");
        assertThat(access.clientAddress()).isEqualTo("198.51.100.16");
        assertThat(access.user()).isEqualTo("user52");
        assertThat(access.target()).isEqualTo("/dashboard?a=1&token=[REDACTED]");
        assertThat(access.protocol()).isEqualTo("HTTP/1.1");
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.responseBytes()).isEqualTo(3500);
        assertThat(access.durationNanos()).isEqualTo(14_838_079);
        assertThat(access.pid()).isEqualTo(6323);
        assertThat(access.userAgent()).isEqualTo("curl/8\\x1B[31m");
        assertThat(access.requestId()).isEqualTo("562a");
        assertThat(access.traceId()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "success, POST, /api/v2/enter, 200, SUCCESS",
        "failure, POST, /login, 302, FAILURE",
        "attempt, POST, /login, 401, ATTEMPT",
        "maybe, POST, /login, 401, FAILURE",
        "maybe, POST, /enter, 200, NONE",
    })
    void believesTheApplicationBeforeTheStatusOfASignIn(
            String word, String method, String path, int status, AuthOutcome expected) {
        String line =
                "{\"@timestamp\":\"2026-11-21T19:55:46Z\",\"http\":{\"request\":{\"method\":\"%s\"},\"response\":{\"status_code\":%d}},\"url\":{\"path\":\"%s\"},\"puma\":{\"auth\":\"%s\"}}";

        assertThat(Lines.access(line.formatted(method, status, path, word)).auth())
                .isEqualTo(expected);
    }

    @Test
    void readsDottedNamesAlike() {
        String line =
                "{\"@timestamp\":\"2026-11-21T19:55:46Z\",\"http.request.method\":\"GET\",\"url.original\":\"/a?b=1\",\"source.ip\":\"8.8.8.8\"}";

        assertThat(Lines.access(line).target()).isEqualTo("/a?b=1");
        assertThat(Lines.access(line).clientAddress()).isEqualTo("8.8.8.8");
        assertThat(Lines.access(line).status()).isEqualTo(-1);
    }

    @Test
    void believesTheSocketBeforeTheHeaderWhereNoProxyIsTrusted() {
        String line = ECS.replace("127.0.0.1", "203.0.113.9");

        assertThat(Lines.access(line).clientAddress()).isEqualTo("203.0.113.9");
    }

    @Test
    void readsTheTextLineInsideAShippersWrapper() {
        String inner = Lines.get("/a").replace("\"", "\\\"");
        String timed = "{\"@timestamp\":\"2026-11-21T19:55:46Z\",\"message\":\"%s\"}";

        assertThat(Lines.access("{\"log\":\"" + inner + "\\n\",\"stream\":\"stdout\"}").path())
                .isEqualTo("/a");
        assertThat(Lines.event(timed.formatted("* Restarting...")).timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:55:46Z").toEpochMilli());
        assertThat(Lines.event(timed.formatted("* Restarting...")).kind())
                .isEqualTo(EventKind.LIFECYCLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}|json without a request or sample",
                "{\"a\":1} x}|broken json",
                "{\"a\":|broken json",
                "{nope}|broken json",
            })
    void saysWhyJsonWasNotRead(String line, String reason) {
        assertThat(Lines.unparsed(line).reason()).isEqualTo(reason);
    }

    @Test
    void survivesNumbersAndDepthsThatAreAbsurd() {
        String huge = ECS.replace("14838079", "9".repeat(400)).replace("3500", "1e999");

        assertThat(Lines.access(huge).durationNanos()).isEqualTo(-1);
        assertThat(Lines.access(huge).responseBytes()).isEqualTo(-1);
        assertThat(Lines.unparsed("{\"a\":".repeat(5000) + "}".repeat(5000)).reason())
                .isEqualTo("broken json");
    }
}
