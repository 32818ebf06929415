package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells by its name whether a value must not be kept. All names are looked for at once (Aho and
 * Corasick, "Efficient string matching", 1975), in one pass over a key and without any copy of it.
 * Not thread-safe.
 */
final class SensitiveKeys {

    static final List<String> USUAL =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "passcode",
                    "pass",
                    "pwd",
                    "token",
                    "secret",
                    "api_key",
                    "access_key",
                    "private_key",
                    "master_key",
                    "encryption_key",
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

    private final List<String> names;
    private final KeyAutomaton automaton;

    private int state;
    private char before;

    /** Letters and digits since the last separator or small letter before a capital. */
    private int word;

    /** Letters and digits since the last bracket. */
    private int part;

    /** A short name that counts if the key or its part ends here; -1 if none. */
    private int pending;

    private SensitiveKeys(List<String> names, KeyAutomaton automaton) {
        this.names = names;
        this.automaton = automaton;
    }

    /**
     * @throws IllegalArgumentException if a key has no letter or digit
     */
    static SensitiveKeys of(List<String> keys) {
        List<String> bare = new ArrayList<>();
        for (String key : keys) {
            bare.add(bare(key));
            if (bare.get(bare.size() - 1).isEmpty()) {
                throw new IllegalArgumentException(
                        "redactedKeys: not a key (got '%s'); at least one letter or digit"
                                .formatted(key));
            }
        }
        return new SensitiveKeys(List.copyOf(keys), KeyAutomaton.of(bare));
    }

    /** The name as it was given. */
    String name(int index) {
        return names.get(index);
    }

    /**
     * Which name makes the key {@code text[from, to)}, percent-encoded however often or not at all,
     * a secret's; -1 if none. A name of five letters or more may stand anywhere in it, a shorter
     * one only as the last word of the key or of a part of it: {@code pin}, {@code cardPin}, {@code
     * pin[0]}, {@code card[pin]}.
     */
    int find(String text, int from, int to) {
        state = 0;
        word = 0;
        part = 0;
        pending = -1;
        before = 0;
        int i = Math.max(from, to - LONGEST_KEY);
        while (i < to) {
            long decoded = Percent.deep(text, i, to);
            char c = (char) decoded;
            i = (int) (decoded >>> 32);
            int symbol = KeyAutomaton.symbol(c);
            int found = symbol < 0 ? separator(c) : letter(c, symbol);
            if (found >= 0) {
                return found;
            }
            before = c;
        }
        return pending;
    }

    /** The short name that a bracket ends; -1 if none. */
    private int separator(char c) {
        word = 0;
        boolean bracket = c == '[' || c == ']';
        part = bracket ? 0 : part;
        return bracket ? pending : -1;
    }

    /** The long name that ends here; -1 if none. A short one may have to wait for its end. */
    private int letter(char c, int symbol) {
        word = upper(c) && lower(before) ? 1 : word + 1;
        part++;
        state = automaton.next(state, symbol);
        int found = automaton.found(state);
        if (found >= 0 && automaton.length(found) >= SHORTEST_PART) {
            return found;
        }
        pending = found < 0 ? -1 : automaton.word(state, word, part);
        return -1;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Lower-case letters and digits only. */
    private static String bare(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            int symbol = KeyAutomaton.symbol(key.charAt(i));
            if (symbol >= 0) {
                out.append((char) (symbol < 26 ? 'a' + symbol : '0' + symbol - 26));
            }
        }
        return out.toString();
    }
}
