package io.pumasentinel.event.ingest;

/**
 * Undoes percent-encoding as often as attackers apply it: up to three times, {@code %u0027} and
 * overlong UTF-8 included. Bytes that are no UTF-8 become the Latin-1 character; an invalid escape
 * stays as it is. Work is linear: every round reads the text once and never makes it longer.
 */
final class PercentDecoding {

    /** No server decodes more often; who encodes oftener gets an ordinary 404. */
    private static final int ROUNDS = 3;

    private PercentDecoding() {}

    static String path(String text) {
        return rounds(text, 0);
    }

    /**
     * The same for a query, where {@code +} is a blank. Only the first round knows that: a plus
     * that an escape stood for ({@code %2B}) is a plus.
     */
    static String query(String text) {
        return text.indexOf('+') < 0 ? rounds(text, 0) : rounds(round(text, true), 1);
    }

    /** The same string where nothing is encoded. */
    private static String rounds(String text, int done) {
        String decoded = text;
        for (int i = done; i < ROUNDS && decoded.indexOf('%') >= 0; i++) {
            String next = round(decoded, false);
            if (next.length() == decoded.length()) {
                break;
            }
            decoded = next;
        }
        return decoded;
    }

    private static String round(String text, boolean plusIsBlank) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int value = byteAt(text, i);
            if (value < 0) {
                int point = unicodeAt(text, i);
                char c = text.charAt(i);
                char plain = plusIsBlank && c == '+' ? ' ' : c;
                out.append(point < 0 ? plain : (char) point);
                i += point < 0 ? 1 : 6;
            } else if (value < 0xC0) {
                out.append((char) value);
                i += 3;
            } else {
                i = sequence(text, i, value, out);
            }
        }
        return out.toString();
    }

    /** Decodes a UTF-8 sequence of escapes, overlong ones too; where it ends. */
    private static int sequence(String text, int at, int first, StringBuilder out) {
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;
        int point = first & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = byteAt(text, at + 3 * i);
            if (next < 0 || (next & 0xC0) != 0x80) {
                length = 0;
            }
            point = point << 6 | (next & 0x3F);
        }
        boolean valid =
                length > 0
                        && Character.isValidCodePoint(point)
                        && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
        if (!valid) {
            out.append((char) first);
            return at + 3;
        }
        out.appendCodePoint(point);
        return at + 3 * length;
    }

    private static int byteAt(String text, int at) {
        boolean escape = at + 2 < text.length() && text.charAt(at) == '%';
        return escape ? Percent.value(text.charAt(at + 1), text.charAt(at + 2)) : -1;
    }

    /** The character of {@code %u0027}; -1 if none stands here. */
    private static int unicodeAt(String text, int at) {
        boolean escape =
                at + 5 < text.length()
                        && text.charAt(at) == '%'
                        && (text.charAt(at + 1) | 0x20) == 'u';
        if (!escape) {
            return -1;
        }
        int high = Percent.value(text.charAt(at + 2), text.charAt(at + 3));
        int low = Percent.value(text.charAt(at + 4), text.charAt(at + 5));
        int point = high < 0 || low < 0 ? -1 : high << 8 | low;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return surrogate ? -1 : point;
    }
}
