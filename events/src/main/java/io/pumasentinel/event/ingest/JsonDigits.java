package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;

/** JSON's numbers, digit by digit. */
final class JsonDigits {

    /** So many digits are exact in a double, and so is the power of ten that divides them. */
    private static final int EXACT = 15;

    private static final int LONG = 18;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private JsonDigits() {}

    /** Where the whole part ends of a number that begins at {@code at}; -1 if none does. */
    static int wholeEnd(byte[] b, int at, int to) {
        int first = b[at] == '-' ? at + 1 : at;
        int stop = end(b, first, to);
        boolean zeros = stop > first + 1 && b[first] == '0';
        return stop == first || zeros ? -1 : stop;
    }

    /** Where the digits end that begin at {@code from}. */
    private static int end(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Where fraction and exponent end that may begin at {@code at}; -1 if one lacks digits. */
    static int fractionEnd(byte[] b, int at, int to) {
        int stop = at;
        if (at < to && b[at] == '.') {
            stop = end(b, at + 1, to);
            if (stop == at + 1) {
                return -1;
            }
        }
        if (stop >= to || (b[stop] | 0x20) != 'e') {
            return stop;
        }
        int sign = stop + 1;
        int digits = sign < to && (b[sign] == '+' || b[sign] == '-') ? sign + 1 : sign;
        int last = end(b, digits, to);
        return last == digits ? -1 : last;
    }

    /** The whole number in {@code b[from, to)}; -1 if its size is no long. */
    static long whole(byte[] b, int from, int to) {
        int first = b[from] == '-' ? from + 1 : from;
        long value = 0;
        if (to - first > LONG + 1) {
            return -1;
        }
        for (int i = first; i < to; i++) {
            value = value * 10 + b[i] - '0';
        }
        // Nineteen digits fit into a long without sign.
        if (value < 0) {
            return -1;
        }
        return first > from ? -value : value;
    }

    /** The nearest double. */
    static double number(byte[] b, int from, int to) {
        int first = b[from] == '-' ? from + 1 : from;
        int dot = to;
        long value = 0;
        for (int i = first; i < to; i++) {
            if (b[i] == '.') {
                dot = i;
            } else if (b[i] > '9' || to - first > EXACT + 1) {
                String text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
                return Double.parseDouble(text);
            } else {
                value = value * 10 + b[i] - '0';
            }
        }
        if (dot == to) {
            return first > from ? -value : value;
        }
        // Both are exact, so that their quotient is rounded once.
        double size = value / POWERS[to - dot - 1];
        return first > from ? -size : size;
    }
}
