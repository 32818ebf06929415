package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was remembered of earlier lines changes nothing of what a line is read as. */
class RepeatedLinesTest {

    private static final int TIMES = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /a?password=[REDACTED]"
                        + " HTTP/1.1\" 200 15 0.0142",
                "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /a;token=[REDACTED]/b"
                        + " HTTP/1.1\" 200 15 0.0142",
                "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /AKIAIOSFODNN7EXAMPLE"
                        + " HTTP/1.1\" 200 15 0.0142",
                "{\"method\":\"GET\",\"path\":\"/AKIAIOSFODNN7EXAMPLE\",\"status\":200,\"user_agent\":\"curl\"}",
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"user_agent\":\"bot/1.0"
                        + " (bob@example.org)\"}",
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"user_agent\":\"bot"
                        + " password=[REDACTED]\"}",
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"user_agent\":\"bot"
                        + " \\u0070assword=x1\"}",
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"ip\":\"no"
                        + " address\",\"user_agent\":\"b\u0080\u00fct\"}",
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"ip\":\"203.0.113.7\",\"user_agent\":\"from"
                    + " 192.0.2.1\"}"
            })
    void aLineTellsTheSameEachTime(String line) {
        for (Addresses addresses : Addresses.values()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            LineIngest old = ingest(addresses);
            List<PumaEvent> first = Lines.all(old, bytes);

            assertThat(Objects.requireNonNull(first.get(0).access()).method()).isEqualTo("GET");
            for (int i = 1; i < TIMES; i++) {
                assertThat(Lines.all(old, bytes)).as("time %d", i + 1).isEqualTo(first);
            }
        }
    }

    @Test
    void onePathIsTwoEndpointsByMethod() {
        LineIngest ingest = ingest(Addresses.KEEP);
        for (int i = 0; i < TIMES; i++) {
            for (String method : List.of("GET", "POST", "GET")) {
                String line = Lines.request("203.0.113.7", method + " /a/7 HTTP/1.1", "200");
                String told = line.replace("/a/7", "/a/7?n=" + i + method);
                PumaEvent event = Lines.all(ingest, told.getBytes(StandardCharsets.UTF_8)).get(0);

                assertThat(Objects.requireNonNull(event.access()).endpoint())
                        .isEqualTo(method + " /a/{id}");
            }
        }
    }

    /** The shortcut for request ids leaves nothing out: a search finds no secret in one. */
    @Test
    void noUuidLooksLikeASecret() {
        SplittableRandom random = new SplittableRandom(20261126);
        Redaction redaction = new Redaction(SensitiveKeys.USUAL, settings(Addresses.TOKEN));
        for (int i = 0; i < 300_000; i++) {
            StringBuilder id = new StringBuilder("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
            // Mostly digits, as card numbers are; issuers' first ones often.
            String digits =
                    i % 3 == 0 ? "0123456789abcdefABCDEF" : i % 3 == 1 ? "0123456789" : "45";
            for (int at = 0; at < id.length(); at++) {
                if (id.charAt(at) == 'x') {
                    id.setCharAt(at, digits.charAt(random.nextInt(digits.length())));
                }
            }
            String text = id.toString();

            assertThat(Uuid.is(text)).as(text).isTrue();
            assertThat(redaction.isPlain(text)).as(text).isTrue();
        }
        assertThat(Uuid.is("4111-1111-1111-1111-1111-1111-1111-1")).isFalse();
        assertThat(Uuid.is("41111111-1111-1111-1111-11111111111g")).isFalse();
        assertThat(Uuid.is("41111111-1111-1111-1111-1111111111111")).isFalse();
        assertThat(Uuid.is("41111111 1111-1111-1111-111111111111")).isFalse();
    }

    private static LineIngest ingest(Addresses addresses) {
        IngestSettings usual = IngestSettings.defaults();
        return new LineIngest(
                new IngestSettings(
                        usual.trustedProxies(),
                        usual.redactedKeys(),
                        settings(addresses),
                        usual.auth(),
                        usual.endpointPatterns(),
                        usual.maxLineBytes(),
                        usual.jsonFields()));
    }

    private static RedactionSettings settings(Addresses addresses) {
        return new RedactionSettings(
                Mode.MASK, Emails.REDACT, addresses, () -> "0123456789abcdef0123456789abcdef");
    }
}
