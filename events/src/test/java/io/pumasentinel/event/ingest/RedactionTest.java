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

    @Test
    void removesSecretsFromLinesThatNobodyUnderstands() {
        assertThat(Lines.unparsed("Parameters: {\"login\"=>\"bob\", \"password\"=>\"x y\"}").line())
                .isEqualTo("Parameters: {\"login\"=>\"bob\", \"password\"=>\"[REDACTED]\"}");
    }
}
