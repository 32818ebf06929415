package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueHashTest {

    @Test
    void staysTheSameAcrossReleasesBecauseHashesLieInState() {
        assertThat(ValueHash.of("")).isEqualTo(1029505809476441230L);
        assertThat(ValueHash.of("alice@example.com")).isEqualTo(-1957770978590801643L);
    }

    @Test
    void partsAMillionSimilarNames() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            hashes.add(ValueHash.of("user" + i));
        }
        assertThat(hashes).hasSize(1_000_000);
    }

    @Test
    void partsPairsByOrderAndBorder() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 1000; j++) {
                hashes.add(ValueHash.of(ValueHash.of("user" + i), "user" + j));
            }
        }
        assertThat(hashes).hasSize(1_000_000);
        assertThat(ValueHash.of(ValueHash.of("ab"), "c"))
                .isNotEqualTo(ValueHash.of(ValueHash.of("a"), "bc"))
                .isEqualTo(-5559145222032220359L);
    }

    @Test
    void partsTextsThatDifferOnlyInTrailingZeroUnits() {
        assertThat(ValueHash.of("a\0")).isNotEqualTo(ValueHash.of("a"));
        assertThat(ValueHash.of("abcd\0")).isNotEqualTo(ValueHash.of("abcd"));
    }
}
