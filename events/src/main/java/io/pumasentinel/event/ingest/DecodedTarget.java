package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;

/** A request's target as a rule should see it: decoded as often as attackers encode, lower case. */
public final class DecodedTarget {

    private static final int ROUNDS = 3;

    private DecodedTarget() {}

    /**
     * Path and query with percent-encoding undone up to three times ({@code %2527} becomes {@code
     * '}), {@code %u0027} and overlong UTF-8 included, {@code +} in the query as a blank, lower
     * case. Bytes that are no UTF-8 become the Latin-1 character; an invalid escape stays as it is.
     * The same string as {@link Access#target()} would give where nothing is encoded.
     */
    public static String of(Access access) {
        String query = access.query();
        String path = access.path();
        String target = query == null ? path : path + "?" + plusAsBlank(query);
        for (int round = 0; round < ROUNDS && target.indexOf('%') >= 0; round++) {
            String decoded = decode(target);
            if (decoded.equals(target)) {
                break;
            }
            target = decoded;
        }
        return lower(target);
    }

    private static String plusAsBlank(String query) {
        return query.indexOf('+') < 0 ? query : query.replace('+', ' ');
    }

    private static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int value = byteAt(text, i);
            if (value < 0) {
                int point = unicodeAt(text, i);
                out.append(point < 0 ? text.charAt(i) : (char) point);
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

    /** Locale-independent; the same string where nothing changes. */
    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
