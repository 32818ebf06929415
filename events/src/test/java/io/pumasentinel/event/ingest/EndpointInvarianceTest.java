package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever id stands in a path, the endpoint is the same. */
class EndpointInvarianceTest {

    private static final long SEED = 20261121;
    private static final int ROUNDS = 20_000;
    private static final String BASE_62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE_64_URL = BASE_62 + "-_";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String HEX = "0123456789abcdef";
    private static final String WORDS = "a quick brown fox jumps over one lazy dog again";

    private static final EndpointTemplate TEMPLATE = EndpointTemplate.of(List.of());

    /**
     * The share of ids that may be told otherwise: a random text may happen to look like a number
     * or like words. What is left makes a handful of further endpoints and not one an id.
     */
    @ParameterizedTest
    @CsvSource({
        "number, GET /x/{id}/edit, 0",
        "uuid, GET /x/{uuid}/edit, 0",
        "sha1, GET /x/{hash}/edit, 0",
        "sha256, GET /x/{hash}/edit, 0",
        "hex16, GET /x/{hash}/edit, 0.002",
        "ulid, GET /x/{token}/edit, 0",
        "stripe, GET /x/{token}/edit, 0.01",
        "nanoid, GET /x/{token}/edit, 0.02",
        "base64url32, GET /x/{token}/edit, 0.01",
        "base64url43, GET /x/{token}/edit, 0.002",
        "base62, GET /x/{token}/edit, 0.02",
        "day, GET /x/{date}/edit, 0",
        "email, GET /x/{email}/edit, 0",
        "slugWithYear, GET /x/{slug}/edit, 0",
        "idAndSlug, GET /x/{id}/edit, 0",
        "point, GET /x/{coordinates}/edit, 0",
    })
    void isTheSameForEveryId(String kind, String expected, double mostOthers) {
        Random random = new Random(SEED);
        Function<Random, String> ids = ids(kind);
        Map<String, String> others = new HashMap<>();
        int different = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String path = "/x/" + ids.apply(random) + "/edit";
            String told = TEMPLATE.of("GET", path);
            if (!told.equals(expected)) {
                different++;
                if (others.size() < 3) {
                    others.putIfAbsent(told, path);
                }
            }
        }

        assertThat(different / (double) ROUNDS)
                .as("seed %d: %d of %d, such as %s", SEED, different, ROUNDS, others)
                .isLessThanOrEqualTo(mostOthers);
    }

    private static Function<Random, String> ids(String kind) {
        return switch (kind) {
            case "number" ->
                    random -> Long.toString(random.nextLong() >>> (1 + random.nextInt(62)));
            case "uuid" -> random -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "sha1" -> random -> text(random, HEX, 40);
            case "sha256" -> random -> text(random, HEX, 64);
            case "hex16" -> random -> text(random, HEX, 16);
            case "ulid" -> random -> "01" + text(random, CROCKFORD, 24);
            case "stripe" -> random -> "cus_" + text(random, BASE_62, 14);
            case "nanoid" -> random -> text(random, BASE_64_URL, 21);
            case "base64url32" -> random -> text(random, BASE_64_URL, 32);
            case "base64url43" -> random -> text(random, BASE_64_URL, 43);
            case "base62" -> random -> text(random, BASE_62, 20);
            case "day" ->
                    random ->
                            String.format(
                                    Locale.ROOT,
                                    "20%02d-%02d-%02d",
                                    random.nextInt(100),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28));
            case "email" ->
                    random -> text(random, BASE_62, 9) + "@" + text(random, HEX, 6) + ".org";
            case "slugWithYear" -> random -> words(random, 2) + (2000 + random.nextInt(30));
            case "idAndSlug" -> random -> random.nextInt(1_000_000) + "-" + words(random, 3) + "x";
            case "point" ->
                    random ->
                            String.format(
                                    Locale.ROOT,
                                    "%.4f,%.4f",
                                    random.nextDouble() * 180 - 90,
                                    random.nextDouble() * 360 - 180);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    private static String words(Random random, int count) {
        String[] words = WORDS.split(" ");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(words[random.nextInt(words.length)]).append('-');
        }
        return out.toString();
    }
}
