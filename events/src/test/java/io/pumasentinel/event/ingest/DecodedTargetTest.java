package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedTargetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/search?q=%27%20OR%201%3D1--|/search?q=' or 1=1--",
                "/search?q=a+b%2Bc|/search?q=a b+c",
                "/a+b|/a+b",
                "/%252e%252e%252fetc|/../etc",
                "/%25252e|/.",
                "/%2525252525252e|/%2525252e",
                "/%c0%ae%c0%ae/|/../",
                "/%u0027x|/'x",
                "/100%/%zz?y=%|/100%/%zz?y=%",
                "/caf%c3%a9/%e9|/caf\u00e9/\u00e9",
                "/%f0%9f%98%80|/\ud83d\ude00",
                "/%ed%a0%80|/\u00ed\u00a0\u0080",
            })
    void undoesWhatAttackersEncode(String target, String expected) {
        assertThat(DecodedTarget.of(Lines.access(Lines.get(target)))).isEqualTo(expected);
    }

    @Test
    void returnsAPlainPathItself() {
        Access access = Lines.access(Lines.get("/api/v1/products"));

        assertThat(DecodedTarget.of(access)).isSameAs(access.path());
    }
}
