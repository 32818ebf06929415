package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;

/** Tells by its name whether a value must not be kept. */
final class SensitiveKeys {

    static final List<String> USUAL =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "pass",
                    "pwd",
                    "token",
                    "secret",
                    "api_key",
                    "access_key",
                    "private_key",
                    "authorization",
                    "credential",
                    "session",
                    "cookie",
                    "signature",
                    "sig",
                    "jwt",
                    "otp",
                    "pin",
                    "cvv",
                    "cvc",
                    "ssn",
                    "card_number",
                    "cardnum",
                    "credit_card",
                    "creditcard",
                    "cc_number",
                    "iban");

    private static final int SHORTEST_PART = 5;
    private static final int LONGEST_KEY = 256;

    private final String[] parts;
    private final String[] words;

    private SensitiveKeys(String[] parts, String[] words) {
        this.parts = parts;
        this.words = words;
    }

    /**
     * @throws IllegalArgumentException if a key has no letter or digit
     */
    static SensitiveKeys of(List<String> keys) {
        List<String> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String key : keys) {
            String bare = bare(key, 0, key.length());
            if (bare.isEmpty()) {
                throw new IllegalArgumentException(
                        "redactedKeys: not a key (got '%s'); at least one letter or digit"
                                .formatted(key));
            }
            (bare.length() >= SHORTEST_PART ? parts : words).add(bare);
        }
        return new SensitiveKeys(parts.toArray(new String[0]), words.toArray(new String[0]));
    }

    /** Whether the key {@code text[from, to)}, percent-encoded or not, names a secret. */
    boolean match(String text, int from, int to) {
        int start = Math.max(from, to - LONGEST_KEY);
        String bare = bare(text, start, to);
        for (String part : parts) {
            if (bare.contains(part)) {
                return true;
            }
        }
        for (String word : words) {
            if (bare.endsWith(word) && word(text, start, to, bare, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the key's last word is exactly this one: {@code pin}, {@code card[pin]}. */
    private static boolean word(String text, int from, int to, String bare, String word) {
        if (bare.length() == word.length()) {
            return true;
        }
        int left = word.length();
        int i = to;
        while (i > from && left > 0) {
            i--;
            if (Character.isLetterOrDigit(text.charAt(i))) {
                left--;
            }
        }
        return i > from && !Character.isLetterOrDigit(text.charAt(i - 1));
    }

    /** Lower-case letters and digits only, percent-encoding undone. */
    private static String bare(String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < to) {
                int value = Percent.value(text.charAt(i + 1), text.charAt(i + 2));
                if (value >= 0) {
                    c = (char) value;
                    i += 2;
                }
            }
            if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 32));
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
