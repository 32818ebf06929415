package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Text with Sigma's wildcards: {@code *} for any text, {@code ?} for one character, {@code \*},
 * {@code \?} and {@code \\} for themselves; a backslash before anything else is a backslash.
 *
 * <p>Matching takes time proportional to length × pattern at worst and allocates nothing: after a
 * mismatch only the last {@code *} grows (Krauss, "Matching Wildcards", 2008).
 */
final class Glob {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] tokens;
    private final boolean cased;

    private Glob(int[] tokens, boolean cased) {
        this.tokens = tokens;
        this.cased = cased;
    }

    static Glob parse(String text, boolean cased) {
        int[] tokens = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                tokens[length++] = text.charAt(++i);
            } else if (c == '*') {
                if (length == 0 || tokens[length - 1] != ANY) {
                    tokens[length++] = ANY;
                }
            } else {
                tokens[length++] = c == '?' ? ONE : c;
            }
        }
        return new Glob(Arrays.copyOf(tokens, length), cased);
    }

    /** A text without wildcards. */
    static Glob literal(String text, boolean cased) {
        return new Glob(text.chars().toArray(), cased);
    }

    /** The same pattern with any text allowed before it, behind it, or both. */
    Glob open(boolean before, boolean behind) {
        int from = before && !startsWithAny() ? 1 : 0;
        int extra = behind && !endsWithAny() ? 1 : 0;
        int[] wider = new int[from + tokens.length + extra];
        System.arraycopy(tokens, 0, wider, from, tokens.length);
        if (from == 1) {
            wider[0] = ANY;
        }
        if (extra == 1) {
            wider[wider.length - 1] = ANY;
        }
        return new Glob(wider, cased);
    }

    /** The text that must occur somewhere, if that is all the pattern asks. */
    Optional<String> needle() {
        return tokens.length >= 3 && startsWithAny() && endsWithAny()
                ? literal(1, tokens.length - 1)
                : Optional.empty();
    }

    /** The fastest test that does the same. */
    TextTest compile() {
        String stretch = longestLiteral();
        return stretch.isEmpty() || needle().isPresent()
                ? test()
                : new NeedingTest(test(), List.of(stretch));
    }

    private TextTest test() {
        int length = tokens.length;
        Optional<String> whole = literal(0, length);
        if (whole.isPresent()) {
            return equal(whole.get());
        }
        if (needle().isPresent()) {
            return NeedleSet.of(List.of(needle().get()), cased);
        }
        Optional<String> tail = startsWithAny() ? literal(1, length) : Optional.empty();
        if (tail.isPresent()) {
            return endsWith(tail.get());
        }
        Optional<String> head = endsWithAny() ? literal(0, length - 1) : Optional.empty();
        return head.isPresent() ? startsWith(head.get()) : this::matches;
    }

    private TextTest equal(String text) {
        return cased ? text::equals : text::equalsIgnoreCase;
    }

    private TextTest startsWith(String text) {
        return value -> value.regionMatches(!cased, 0, text, 0, text.length());
    }

    private TextTest endsWith(String text) {
        return value -> {
            int from = value.length() - text.length();
            return value.regionMatches(!cased, from, text, 0, text.length());
        };
    }

    private boolean matches(String value) {
        int t = 0;
        int v = 0;
        int resumeToken = -1;
        int resumeValue = 0;
        while (v < value.length()) {
            if (t < tokens.length && tokens[t] == ANY) {
                resumeToken = ++t;
                resumeValue = v;
            } else if (t < tokens.length && same(tokens[t], value.charAt(v))) {
                t++;
                v++;
            } else if (resumeToken >= 0) {
                t = resumeToken;
                v = ++resumeValue;
            } else {
                return false;
            }
        }
        return t == tokens.length || (t == tokens.length - 1 && tokens[t] == ANY);
    }

    private boolean same(int token, char c) {
        return token == ONE || token == c || (!cased && fold((char) token) == fold(c));
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private boolean startsWithAny() {
        return tokens.length > 0 && tokens[0] == ANY;
    }

    private boolean endsWithAny() {
        return tokens.length > 0 && tokens[tokens.length - 1] == ANY;
    }

    /** The longest text that every value contains; empty if there is none. */
    private String longestLiteral() {
        String longest = "";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= tokens.length; i++) {
            if (i < tokens.length && tokens[i] >= 0) {
                text.append((char) tokens[i]);
            } else {
                longest = text.length() > longest.length() ? text.toString() : longest;
                text.setLength(0);
            }
        }
        return longest;
    }

    private Optional<String> literal(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (tokens[i] < 0) {
                return Optional.empty();
            }
            text.append((char) tokens[i]);
        }
        return Optional.of(text.toString());
    }
}
