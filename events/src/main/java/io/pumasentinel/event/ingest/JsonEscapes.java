package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;

/** Backslash escapes in JSON's strings. */
final class JsonEscapes {

    private static final String NAMES = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final int UNICODE_LENGTH = 6;

    private JsonEscapes() {}

    /**
     * Where the escape ends that begins with the backslash at {@code at}.
     *
     * @throws BrokenJsonException if it is none
     */
    static int end(byte[] b, int at, int to) throws BrokenJsonException {
        if (at + 1 < to && NAMES.indexOf(b[at + 1]) >= 0) {
            return at + 2;
        }
        boolean unicode = at + UNICODE_LENGTH <= to && b[at + 1] == 'u';
        for (int i = at + 2; i < at + UNICODE_LENGTH; i++) {
            if (!unicode || b[i] < 0 || Percent.digit((char) b[i]) < 0) {
                throw new BrokenJsonException();
            }
        }
        return at + UNICODE_LENGTH;
    }

    /** The text that valid UTF-8 with valid escapes means. */
    static String undo(byte[] b, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        int i = from;
        while (i < to) {
            if (b[i] != '\\') {
                i++;
                continue;
            }
            text.append(new String(b, plain, i - plain, StandardCharsets.UTF_8));
            int name = NAMES.indexOf(b[i + 1]);
            text.append(name < 0 ? unicode(b, i + 2) : MEANINGS.charAt(name));
            i += name < 0 ? UNICODE_LENGTH : 2;
            plain = i;
        }
        return text.append(new String(b, plain, to - plain, StandardCharsets.UTF_8)).toString();
    }

    private static char unicode(byte[] b, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            unit = unit << 4 | Percent.digit((char) b[i]);
        }
        return (char) unit;
    }
}
