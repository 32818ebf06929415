package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final Redaction REDACTION =
            new Redaction(IngestSettings.defaults().redactedKeys(), RedactionSettings.defaults());

    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password=x&a=1|password=[REDACTED]&a=1",
                "a=1&PASSWORD=x|a=1&PASSWORD=[REDACTED]",
                "p%61ssword=x|p%61ssword=[REDACTED]",
                "user%5Bpassword%5D=x;b=2|user%5Bpassword%5D=[REDACTED];b=2",
                "user[password_confirmation]=x|user[password_confirmation]=[REDACTED]",
                "reset_password_token=x|reset_password_token=[REDACTED]",
                "access_token=a&api-key=b&apikey=c|access_token=[REDACTED]&api-key=[REDACTED]&apikey=[REDACTED]",
                "pwd=x&pin=1&card[pin]=2|pwd=[REDACTED]&pin=[REDACTED]&card[pin]=[REDACTED]",
                "credit_card=1&cc_number=2&cvv=3|credit_card=[REDACTED]&cc_number=[REDACTED]&cvv=[REDACTED]",
                "_shop_session=x|_shop_session=[REDACTED]",
                "k=AKIAIOSFODNN7EXAMPLE|k=[REDACTED]",
                "h=Bearer%20abcdefghijk|h=Bearer%20[REDACTED]",
                "u=https://bob:hunter2@h/|u=https://bob:[REDACTED]@h/",
                "password=a=b&c|password=[REDACTED]&c",
            })
    void removesSecretsFromQueries(String query, String expected) {
        assertThat(REDACTION.query(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=shoes&page=2",
                "shipping=1&spin=2&compass=3",
                "password=&token",
                "q=' or 1=1--",
                "",
                "&&==",
                "u=https://host:8080/x",
                "q=bearer+x"
            })
    void returnsHarmlessQueriesUntouched(String query) {
        assertThat(REDACTION.query(query)).isSameAs(query);
    }

    @Test
    void removesTokensByShapeEverywhere() {
        assertThat(REDACTION.query("x=" + JWT + "&y=1")).isEqualTo("x=[REDACTED]&y=1");
        assertThat(REDACTION.path("/auth/" + JWT)).isEqualTo("/auth/[REDACTED]");
        assertThat(REDACTION.path("/a;jsessionid=abc")).isEqualTo("/a;jsessionid=[REDACTED]");
        assertThat(Lines.access(Lines.get("/auth/" + JWT)).toString()).doesNotContain("eyJ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bad password=hunter2 for bob|bad password=[REDACTED] for bob",
                "{\"password\":\"hunter2 x\",\"a\":1}|{\"password\":\"[REDACTED]\",\"a\":1}",
                "{\\\"password\\\":\\\"hunter2\\\"}|{\\\"password\\\":\\\"[REDACTED]\\\"}",
                "{\"password\"=>\"hunter2\"}|{\"password\"=>\"[REDACTED]\"}",
                "{password: 'hunter2'}|{password: '[REDACTED]'}",
                "Cookie: a=1; b=2|Cookie: [REDACTED]",
                "HTTP_AUTHORIZATION: Digest x y|HTTP_AUTHORIZATION: [REDACTED]",
                "sent Bearer abcdefgh.ijk now|sent Bearer [REDACTED] now",
                "JWT::InvalidToken::Error|JWT::InvalidToken::Error",
            })
    void removesSecretsFromText(String text, String expected) {
        assertThat(REDACTION.text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"a\\\"bcd\",\"x\":1}|{\"password\":\"[REDACTED]\",\"x\":1}",
                "{\"token\":\"\",\"x\":\"y\"}|{\"token\":\"\",\"x\":\"y\"}",
                "{\"token\":null,\"x\":\"y\"}|{\"token\":null,\"x\":\"y\"}",
                "{\"token\":[\"a\",\"b\"],\"x\":1}|{\"token\":[REDACTED],\"x\":1}",
                "{\"password\":\"cut of|{\"password\":\"[REDACTED]",
                "\"HTTP_COOKIE\" => \"a=1; b=2\", x|\"HTTP_COOKIE\" => \"[REDACTED]\", x",
                ":password=>\"x y\", z|:password=>\"[REDACTED]\", z",
                "Errors::InvalidToken: no such thing|Errors::InvalidToken: no such thing",
                "Cookie: a=1\\x0AHost: h|Cookie: [REDACTED]\\x0AHost: h",
            })
    void endsAValueWhereItEnds(String text, String expected) {
        assertThat(REDACTION.text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pass%2577ord=x%26y&a=1, pass%2577ord=[REDACTED]&a=1",
        "to=%2Fb%3Fpassword%3Dx%2526y%26a%3D1, to=%2Fb%3Fpassword%3D[REDACTED]%26a%3D1",
        "f=%7B%22token%22%3A%22a%26b%22%7D, f=%7B%22token%22%3A%22[REDACTED]%22%7D",
        "password=a;b&c=1, password=[REDACTED]&c=1",
        "q=token:\"x&a=<script>, q=token:\"[REDACTED]&a=<script>",
    })
    void looksThroughPercentEncoding(String query, String expected) {
        assertThat(REDACTION.query(query)).isEqualTo(expected);
    }

    @Test
    void saysWhatWasRemovedOnceAndInOrder() {
        assertThat(
                        Lines.event(Lines.get("/x?password=1&token=2&password=3&mail=a@b.org"))
                                .redacted())
                .containsExactly("password", "token", "email");
        assertThat(Lines.event(Lines.get("/x?monkey=1")).redacted()).isEmpty();
        assertThat(Lines.event("worker: password=x").redacted()).containsExactly("password");
        assertThat(Lines.event("* Listening on ssl://0.0.0.0:9292?key=k.pem").redacted()).isEmpty();
        assertThat(Lines.event("* Listening on unix:///c.sock?token=x").redacted())
                .containsExactly("token");
    }

    /** All masks would be one user, who then signs in from everywhere. */
    @Test
    void tellsNoUserRatherThanAMask() {
        String line = Lines.get("/x").replace(" - - ", " - bob@example.org ");

        assertThat(Lines.access(line).user()).isNull();
        assertThat(Lines.event(line).redacted()).containsExactly("email");
    }

    @Test
    void keepsNoHalfOfASecretThatACutWentThrough() {
        for (int before = 4_050; before < 4_100; before++) {
            String line = "x".repeat(before) + " AKIAIOSFODNN7EXAMPLE " + "y ".repeat(9_000);

            assertThat(Lines.unparsed(line).line()).doesNotContain("AKIA");
        }
        String shrinking =
                "password=" + "p".repeat(8_150) + " ghp_16C7e42F292c6912E7710c838347Ae178B4a";
        assertThat(Lines.unparsed(shrinking).line()).isEqualTo("password=[REDACTED]");
    }

    @Test
    void anErrorTellsNoSecretInAnyOfItsParts() {
        var error =
                Lines.error(
                        "2026-11-21 19:35:18 +0000 Rack app (\"GET"
                                + " /a/AKIAIOSFODNN7EXAMPLE?pin=1234\" - (203.0.113.7)):"
                                + " #<RuntimeError: Cookie: a=b>");

        assertThat(error.toString())
                .doesNotContain("AKIA")
                .doesNotContain("1234")
                .doesNotContain("a=b");
        assertThat(error.endpoint()).isEqualTo("GET /a/{text}");
    }

    @Test
    void removesSecretsFromLinesThatNobodyUnderstands() {
        assertThat(Lines.unparsed("Parameters: {\"login\"=>\"bob\", \"password\"=>\"x y\"}").line())
                .isEqualTo("Parameters: {\"login\"=>\"bob\", \"password\"=>\"[REDACTED]\"}");
    }
}
