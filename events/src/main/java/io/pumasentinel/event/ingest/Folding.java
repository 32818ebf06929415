package io.pumasentinel.event.ingest;

/**
 * Writes letters and punctuation in the one form in which rules name them: lower case, and ASCII
 * where another character is only ASCII in a different dress.
 *
 * <p>Lower case is Unicode's simple mapping, one character for one, in no locale: {@code İ} becomes
 * {@code i}, {@code ß} stays. Dresses are the full-width and small forms, the dot leaders and the
 * ideographic space (Unicode Standard Annex 15, NFKC), and the letters whose upper case is ASCII
 * ({@code ſ}, {@code ı}): an application that folds them after its filter undoes the filter.
 */
final class Folding {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int ASCII = 128;

    private Folding() {}

    /** The same string where nothing changes. */
    static String fold(String text) {
        int at = firstChange(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u2025') {
                out.append("..");
            } else {
                out.append(folded(c));
            }
        }
        return out.toString();
    }

    private static int firstChange(String text) {
        int i = 0;
        while (i < text.length() && folded(text.charAt(i)) == text.charAt(i)) {
            i++;
        }
        return i;
    }

    private static char folded(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(undressed(c));
    }

    private static char undressed(char c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        return switch (c) {
            case '\u017F' -> 's';
            case '\u0131' -> 'i';
            case '\u2024', '\uFE52' -> '.';
            // The caller writes the second dot.
            case '\u2025' -> '.';
            case '\u3000' -> ' ';
            case '\uFE50' -> ',';
            case '\uFE54' -> ';';
            case '\uFE55' -> ':';
            case '\uFE59' -> '(';
            case '\uFE5A' -> ')';
            case '\uFE60' -> '&';
            case '\uFE64' -> '<';
            case '\uFE65' -> '>';
            case '\uFE66' -> '=';
            case '\uFE68' -> '\\';
            case '\uFE6A' -> '%';
            default -> c;
        };
    }
}
