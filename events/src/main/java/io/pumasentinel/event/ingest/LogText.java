package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;

/**
 * Turns log bytes into text that is always valid and visible: UTF-8 is decoded, bytes that are none
 * appear as {@code \xE9}, control and direction-changing characters as {@code \x1B} or {@code
 * \u202E}. Printable ASCII, the usual case, is copied at once.
 */
final class LogText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private LogText() {}

    static String of(byte[] bytes, int from, int to) {
        return Words.printable(bytes, from, to)
                ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : decode(bytes, from, to);
    }

    /** The same for text that came decoded, such as a JSON string. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return decode(bytes, 0, bytes.length);
            }
        }
        return text;
    }

    /** The longest beginning of at most {@code maxBytes} bytes of UTF-8. */
    static String cut(String text, int maxBytes) {
        if (text.length() <= maxBytes / 3) {
            return text;
        }
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return text.substring(0, i);
            }
            i += Character.charCount(point);
        }
        return text;
    }

    private static String decode(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from + 16);
        int i = from;
        while (i < to) {
            int b = bytes[i] & 0xFF;
            int length = b < 0x80 ? 1 : sequenceLength(bytes, i, to);
            if (length == 0) {
                escapeByte(out, b);
                i++;
                continue;
            }
            int point = length == 1 ? b : point(bytes, i, length);
            if (hidden(point)) {
                escapePoint(out, point);
            } else {
                out.appendCodePoint(point);
            }
            i += length;
        }
        return out.toString();
    }

    /** Bytes of the well-formed sequence at {@code at}; 0 if there is none. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int point = point(bytes, at, length);
        boolean shortest = length == 2 || point >= (length == 3 ? 0x800 : 0x10000);
        boolean surrogate = point >= 0xD800 && point < 0xE000;
        return shortest && !surrogate && point <= Character.MAX_CODE_POINT ? length : 0;
    }

    private static int point(byte[] bytes, int at, int length) {
        int point = bytes[at] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            point = point << 6 | (bytes[at + i] & 0x3F);
        }
        return point;
    }

    private static boolean hidden(int point) {
        return point < 0x20
                || (point >= 0x7F && point < 0xA0)
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static void escapePoint(StringBuilder out, int point) {
        if (point < 0x80) {
            escapeByte(out, point);
            return;
        }
        out.append("\\u").append(HEX[point >> 12 & 15]).append(HEX[point >> 8 & 15]);
        out.append(HEX[point >> 4 & 15]).append(HEX[point & 15]);
    }

    private static void escapeByte(StringBuilder out, int value) {
        out.append("\\x").append(HEX[value >> 4]).append(HEX[value & 15]);
    }
}
