package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveKeysTest {

    private static final SensitiveKeys USUAL = SensitiveKeys.of(SensitiveKeys.USUAL);

    @ParameterizedTest
    @CsvSource({
        "password, password",
        "PASSWORD_confirmation, password",
        "user[password][0], password",
        "pass%77ord, password",
        "p%2561ssword, password",
        "apiKey, api_key",
        "x-api-key, api_key",
        "AWS_SECRET_ACCESS_KEY, secret",
        "RAILS_MASTER_KEY, master_key",
        "pin, pin",
        "cardPin, pin",
        "card[pin], pin",
        "pin[0], pin",
        "user%5Bpwd%5D, pwd",
    })
    void knowsTheNamesOfSecrets(String key, String name) {
        int found = USUAL.find(key, 0, key.length());

        assertThat(found).isNotNegative();
        assertThat(USUAL.name(found)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monkey",
                "key",
                "shipping",
                "spin",
                "compass",
                "design",
                "passenger",
                "id",
                "q",
                "utm_source",
                "pins",
                "%",
                "%7",
                "[]",
                "page[number]",
                "code",
                "state"
            })
    void leavesOtherNames(String key) {
        assertThat(USUAL.find(key, 0, key.length())).isNegative();
    }

    @Test
    void findsTheSameAsLookingForOneNameAfterTheOther() {
        Random random = new Random(20261125);
        List<String> names = List.of("abcab", "bcabc", "cabba", "aabbcc", "abcabc");
        SensitiveKeys keys = SensitiveKeys.of(names);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder key = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                key.append("abcABC_-".charAt(random.nextInt(8)));
            }
            String bare = key.toString().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
            boolean expected = names.stream().anyMatch(bare::contains);
            assertThat(keys.find(key.toString(), 0, key.length()) >= 0)
                    .as(key.toString())
                    .isEqualTo(expected);
        }
    }
}
