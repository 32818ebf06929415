package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlobTest {

    @Test
    void agreesWithTheSameRegularExpression() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String glob = text(random, "aB*?", 1 + random.nextInt(6));
            String value = text(random, "abB", random.nextInt(8));
            Pattern same =
                    Pattern.compile(
                            glob.replace("*", ".*").replace("?", "."), Pattern.CASE_INSENSITIVE);
            assertThat(Glob.parse(glob, false).compile().test(value))
                    .as("seed %d round %d: %s on %s", seed, round, glob, value)
                    .isEqualTo(same.matcher(value).matches());
        }
    }

    @Test
    void manyWildcardsOnALongTextStayFast() {
        TextTest test = Glob.parse("*a*a*a*a*a*a*a*a*b", true).compile();
        long begun = System.nanoTime();
        assertThat(test.test("a".repeat(20_000))).isFalse();
        assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
