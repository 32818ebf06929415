package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretShapesTest {

    private final Redaction redaction = new Redaction(List.of(), RedactionSettings.defaults());

    /** The card numbers are those that the issuers publish for tests. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP b | a [REDACTED] b | jwt",
                "a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx | a [REDACTED] | jwt",
                "AKIAIOSFODNN7EXAMPLE. | [REDACTED]. | aws-key",
                "cut off at AKIAIOSFO | cut off at [REDACTED] | aws-key",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc, | [REDACTED], | stripe-key",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, | [REDACTED], | stripe-key",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a! | [REDACTED]! | github-token",
                "github_pat_11ABCDEFG0123456789_abcdef! | [REDACTED]! | github-token",
                "glpat-ABCDEFGHIJKLMNOPQRST! | [REDACTED]! | gitlab-token",
                "xoxb-123456789012-abcdefABCDEF! | [REDACTED]! | slack-token",
                "AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY! | [REDACTED]! | google-key",
                "Basic dXNlcjpwYXNzd29yZA== to | Basic [REDACTED] to | authorization",
                "sent bearer abcdefgh.ijk now | sent bearer [REDACTED] now | authorization",
                "redis://:hunter2@cache:6379/0 | redis://:[REDACTED]@cache:6379/0 | url-password",
                "http://a:p@ss@h/ | http://a:[REDACTED]@h/ | url-password",
                "4111111111111111 | [REDACTED] | card",
                "card 4111 1111 1111 1111 ok | card [REDACTED] ok | card",
                "5555-5555-5555-4444 | [REDACTED] | card",
                "3782 822463 10005 | [REDACTED] | card",
                "to bob.smith+x@mail.example.org. | to [REDACTED]. | email",
                "%62ob%40example.org | [REDACTED] | email",
            })
    void knowsSecretsByTheirShape(String text, String expected, String name) {
        assertThat(redaction.text(text)).isEqualTo(expected);
        assertThat(redaction.taken()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/550e8400-e29b-41d4-a716-446655440000",
                "/assets/application-4111111111111111f0e1d2c3b4a5968778695a4b3c2d1e0f.js",
                "/img/logo@2x.png",
                "/npm/lodash@4.17.21/lodash.min.js",
                "order 4111111111111112 paid",
                "at 1795290000000 or 1764099173000123",
                "order 20261125000000123456",
                "0.4111111111111111",
                "4111-1111-1111-1111-4111",
                "/tokens",
                "/users/sign_in?monkey=1",
                "Basic Authentication is used",
                "http://127.0.0.1:9292/a@b",
                "12:30:45 - ok",
                "fork_live_x and task_test_y",
                "@user.name @todo",
                "eyJ and eyJh.x",
                "JWT::ExpiredSignature: Signature has expired",
                "100%",
            })
    void leavesWhatOnlyLooksLikeOne(String text) {
        assertThat(redaction.text(text)).isSameAs(text);
        assertThat(redaction.query(text)).isSameAs(text);
        assertThat(redaction.taken()).isEmpty();
    }

    @Test
    void keepsEmailAddressesWhereToldSo() {
        Redaction keeping =
                new Redaction(
                        List.of(),
                        new RedactionSettings(
                                RedactionSettings.Mode.REMOVE,
                                RedactionSettings.Emails.KEEP,
                                RedactionSettings.Addresses.KEEP,
                                null));

        assertThat(keeping.text("bob@example.org AKIAIOSFODNN7EXAMPLE x"))
                .isEqualTo("bob@example.org  x");
    }

    @Test
    void removesAPrivateKeyToItsEnd() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\\x0AMIIabc\\x0A-----END RSA PRIVATE KEY-----";

        assertThat(redaction.text(key))
                .isEqualTo(
                        "-----BEGIN RSA PRIVATE KEY-----[REDACTED]-----END RSA PRIVATE KEY-----");
    }
}
