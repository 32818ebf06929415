package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleSetTest {

    @Test
    void agreesWithSearchingOneByOne() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> needles = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                needles.add(text(random, 1 + random.nextInt(4)));
            }
            boolean cased = random.nextBoolean();
            String value = text(random, random.nextInt(20));
            boolean expected = needles.stream().anyMatch(n -> occurs(n, value, cased));
            TextTest test = NeedleSet.of(needles, cased);
            String about = "seed %d round %d: %s in %s, cased %s";
            assertThat(test.test(value))
                    .as(about, seed, round, needles, value, cased)
                    .isEqualTo(expected);
            if (test instanceof NeedleSet set) {
                assertThat(set.test(value, Characters.of(value)))
                        .as(about, seed, round, needles, value, cased)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void findsATextThatBeginsInsideAnother() {
        assertThat(NeedleSet.of(List.of("abcd", "bc"), true).test("xabcx")).isTrue();
        assertThat(NeedleSet.of(List.of("aab"), true).test("aaab")).isTrue();
        assertThat(NeedleSet.of(List.of("../"), true).test("a/..//../x")).isTrue();
    }

    private static boolean occurs(String needle, String value, boolean cased) {
        return cased
                ? value.contains(needle)
                : value.toLowerCase(Locale.ROOT).contains(needle.toLowerCase(Locale.ROOT));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aAbB.é".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
