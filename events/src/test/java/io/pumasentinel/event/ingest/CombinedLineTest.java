package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import org.junit.jupiter.api.Test;

class CombinedLineTest {

    private static final String HEAD =
            "203.0.113.7 - bob [21/Nov/2026:19:34:51 +0000] \"GET /a?b=1 HTTP/2.0\" 200 1234";

    @Test
    void readsRefererAgentAndSeconds() {
        Access access =
                Lines.access(HEAD + " \"https://shop.example/\" \"sqlmap/1.7 \\\"x\\\"\" 0.045");

        assertThat(access.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(access.user()).isEqualTo("bob");
        assertThat(access.target()).isEqualTo("/a?b=1");
        assertThat(access.protocol()).isEqualTo("HTTP/2.0");
        assertThat(access.responseBytes()).isEqualTo(1234);
        assertThat(access.durationNanos()).isEqualTo(45_000_000);
        assertThat(access.userAgent()).isEqualTo("sqlmap/1.7 \\\"x\\\"");
        assertThat(access.forged()).isFalse();
    }

    @Test
    void hasNoDurationAndNoAgentWhereTheLineHasNone() {
        assertThat(Lines.access(HEAD + " \"-\" \"-\"").durationNanos()).isEqualTo(-1);
        assertThat(Lines.access(HEAD + " \"-\" \"-\"").userAgent()).isNull();
        assertThat(Lines.access(HEAD).userAgent()).isNull();
    }

    @Test
    void takesTheClientFromAThirdQuotedList() {
        String line = HEAD.replace("203.0.113.7", "10.0.0.9");
        Access access = Lines.access(line + " \"-\" \"curl/8\" \"198.51.100.4, 10.0.0.1\"");

        assertThat(access.clientAddress()).isEqualTo("198.51.100.4");
        assertThat(access.userAgent()).isEqualTo("curl/8");
    }

    @Test
    void keepsGarbageThatAProxyLogged() {
        Access access =
                Lines.access(
                        "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"\\x16\\x03\\x01\" 400 157"
                                + " \"-\" \"-\"");

        assertThat(access.method()).isEmpty();
        assertThat(access.path()).isEqualTo("\\x16\\x03\\x01");
        assertThat(access.endpoint()).isEqualTo("OTHER *");
    }
}
