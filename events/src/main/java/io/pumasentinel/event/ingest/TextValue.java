package io.pumasentinel.event.ingest;

/** Where keys and values begin and end in free text. */
final class TextValue {

    private static final String[] NOTHING = {"null", "nil", "true", "false", "[FILTERED]"};

    private TextValue() {}

    static boolean keyChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_-[]%.".indexOf(c) >= 0;
    }

    /**
     * The value's first character after a separator: blanks, the {@code >} of {@code =>} and one
     * opening quote, escaped or not, are skipped.
     */
    static int start(String text, int afterSeparator) {
        int i = afterSeparator;
        while (i < text.length() && " >".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int quote = i;
        while (quote < text.length() && text.charAt(quote) == '\\') {
            quote++;
        }
        return quote < text.length() && quote(text.charAt(quote)) ? quote + 1 : i;
    }

    /**
     * The value's end: the same quote where it began with one, the closing bracket of a list or an
     * object, the end of a header's line, else the first separator. What never ends ends with the
     * text. Equal to {@code start} for values that tell nothing.
     */
    static int end(String text, int start, boolean header) {
        if (start > 0 && quote(text.charAt(start - 1))) {
            return quotedEnd(text, start);
        }
        if (header) {
            int newline = text.indexOf("\\x0A", start);
            return newline < 0 ? text.length() : newline;
        }
        for (String word : NOTHING) {
            if (text.startsWith(word, start) && ends(text, start + word.length())) {
                return start;
            }
        }
        boolean nested = start < text.length() && "[{".indexOf(text.charAt(start)) >= 0;
        return nested ? nestedEnd(text, start) : bareEnd(text, start);
    }

    /**
     * The end of a parameter's value: a {@code &}, or a {@code ;} that another parameter follows.
     */
    static int parameterEnd(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '&') {
            if (text.charAt(i) == ';') {
                int next = i + 1;
                while (next < text.length() && "&;=".indexOf(text.charAt(next)) < 0) {
                    next++;
                }
                if (next < text.length() && text.charAt(next) == '=') {
                    return i;
                }
                i = next;
            } else {
                i++;
            }
        }
        return i;
    }

    private static boolean quote(char c) {
        return c == '"' || c == '\'';
    }

    /** An inner quote is escaped at least once more than the outer one. */
    private static int quotedEnd(String text, int start) {
        char quote = text.charAt(start - 1);
        int outer = backslashes(text, start - 1, 0);
        int i = text.indexOf(quote, start);
        while (i >= 0) {
            int inner = backslashes(text, i, start);
            if (inner <= outer || (outer == 0 && inner % 2 == 0)) {
                return i - Math.min(inner, outer);
            }
            i = text.indexOf(quote, i + 1);
        }
        return text.length();
    }

    private static int backslashes(String text, int at, int from) {
        int i = at;
        while (i > from && text.charAt(i - 1) == '\\') {
            i--;
        }
        return at - i;
    }

    private static int nestedEnd(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int bareEnd(String text, int start) {
        int i = start;
        while (i < text.length() && " &;,\"'\\)}>".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean ends(String text, int at) {
        return at >= text.length() || " &;,\"'\\)}>]".indexOf(text.charAt(at)) >= 0;
    }
}
