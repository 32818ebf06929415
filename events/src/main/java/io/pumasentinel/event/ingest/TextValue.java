package io.pumasentinel.event.ingest;

/** Where keys and values begin and end in free text. */
final class TextValue {

    private TextValue() {}

    static boolean keyChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_-[]%.".indexOf(c) >= 0;
    }

    /**
     * The value's first character after a separator: {@code >} of {@code =>} and quotes skipped.
     */
    static int start(String text, int afterSeparator) {
        int i = afterSeparator;
        while (i < text.length() && " >\"'\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /**
     * The value's end: the same quote where it began with one, else the first separator; the whole
     * rest for a header.
     */
    static int end(String text, int start, boolean header) {
        if (header) {
            int newline = text.indexOf("\\x0A", start);
            return newline < 0 ? text.length() : newline;
        }
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean quoted = before == '"' || before == '\'';
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean ends = quoted ? c == before || c == '\\' : " &;,\"'\\)}>".indexOf(c) >= 0;
            if (ends) {
                return i;
            }
            i++;
        }
        return i;
    }
}
