package io.pumasentinel.job.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * One secret made up for a test.
 *
 * @param kind what it is called in the test's messages
 * @param value the whole secret as it is written into a line
 * @param hidden the part that nobody could guess, which must be found nowhere
 * @param key the name under which it stands; empty if its shape alone must betray it
 */
record PlantedSecret(String kind, String value, String hidden, String key) {
    private static final String LETTERS =
            "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final List<String> KEYS =
            List.of(
                    "password",
                    "user[password]",
                    "pass%77ord",
                    "pass%2577ord",
                    "api-key",
                    "accessToken",
                    "client_secret",
                    "_shop_session",
                    "member_no");
    static final int KINDS = 11;

    static PlantedSecret of(int number, Random random) {
        return switch (number % KINDS) {
            case 0, 1 -> keyed(KEYS.get(number / KINDS % KEYS.size()), random);
            case 2 -> shaped("jwt", "eyJhbGciOiJIUzI1NiJ9.eyJ", random, 40, ".Sflk_xwRJSM");
            case 3 -> aws(random);
            case 4 -> shaped("stripe", "sk_live_", random, 24, "");
            case 5 -> shaped("github", "ghp_", random, 36, "");
            case 6 -> shaped("slack", "xoxb-2154-", random, 24, "");
            case 7 -> card(random);
            case 8 -> shaped("email", "", random, 12, "@mail.example.org");
            case 9 -> login(random);
            default -> shaped("google", "AIza", random, 35, "");
        };
    }

    /** The secret as a parameter of a query, under its key or a harmless one. */
    String parameter() {
        return (key.isEmpty() ? "q" : key) + "=" + value;
    }

    /** The secret in free text. */
    String text() {
        String name = key.replace("%25", "%").replace("%77", "w");
        return key.isEmpty() ? "value " + value + " given" : name + ": \"" + value + "\" given";
    }

    private static PlantedSecret keyed(String key, Random random) {
        String value = letters(random, LETTERS, 16);
        return new PlantedSecret("key " + key, value, value, key);
    }

    private static PlantedSecret shaped(
            String kind, String prefix, Random random, int length, String suffix) {
        String hidden = letters(random, LETTERS, length);
        return new PlantedSecret(kind, prefix + hidden + suffix, hidden, "");
    }

    private static PlantedSecret aws(Random random) {
        String hidden = letters(random, UPPER, 16);
        return new PlantedSecret("aws", "AKIA" + hidden, hidden, "");
    }

    /** The password in a URL, as such and in base64 as in a header. */
    private static PlantedSecret login(Random random) {
        String hidden = letters(random, LETTERS, 16);
        if (random.nextBoolean()) {
            return new PlantedSecret("url", "https://bob:" + hidden + "@db.example/x", hidden, "");
        }
        String encoded =
                Base64.getEncoder()
                        .encodeToString(("bob:" + hidden).getBytes(StandardCharsets.UTF_8));
        return new PlantedSecret("basic", "Basic+" + encoded, encoded.substring(6), "");
    }

    /** Sixteen digits of Visa whose sum of ISO/IEC 7812-1 is right; worked out from the left. */
    private static PlantedSecret card(Random random) {
        StringBuilder digits = new StringBuilder("4");
        while (digits.length() < 15) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? (2 * digit) / 10 + (2 * digit) % 10 : digit;
        }
        String card = digits.append((10 - sum % 10) % 10).toString();
        return new PlantedSecret("card", card, card, "");
    }

    private static String letters(Random random, String from, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
