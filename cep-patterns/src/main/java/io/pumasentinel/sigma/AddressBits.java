package io.pumasentinel.sigma;

import org.jspecify.annotations.Nullable;

/**
 * A numeric address, left-aligned in 128 bits. No name server is ever asked.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 * @param length 32 for IPv4, 128 for IPv6
 */
record AddressBits(long high, long low, int length) {

    private static final int[] NO_GROUPS = {};

    /** The address that the text is; null if it is none. IPv6 with an IPv4 tail is understood. */
    static @Nullable AddressBits parse(String text) {
        if (text.indexOf(':') >= 0) {
            return parseV6(text);
        }
        long value = parseV4(text);
        return value < 0 ? null : new AddressBits(value << 32, 0, 32);
    }

    /** Whether the first {@code prefix} bits are the same. */
    boolean sharesPrefix(AddressBits other, int prefix) {
        return sameHead(high, other.high, Math.min(prefix, Long.SIZE))
                && sameHead(low, other.low, Math.max(0, prefix - Long.SIZE));
    }

    private static boolean sameHead(long a, long b, int bits) {
        return bits == 0 || (a ^ b) >>> (Long.SIZE - bits) == 0;
    }

    /** Four dotted decimals as a number; -1 if the text is not that. */
    private static long parseV4(String text) {
        long value = 0;
        int part = -1;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && part >= 0 && ++dots <= 3) {
                value = value << 8 | part;
                part = -1;
            } else if (c >= '0' && c <= '9' && part <= 25) {
                part = Math.max(part, 0) * 10 + (c - '0');
            } else {
                return -1;
            }
        }
        return dots == 3 && part >= 0 && part <= 255 ? value << 8 | part : -1;
    }

    private static @Nullable AddressBits parseV6(String text) {
        int gap = text.indexOf("::");
        int[] head = groups(gap < 0 ? text : text.substring(0, gap));
        int[] tail = gap < 0 ? NO_GROUPS : groups(text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int known = head.length + tail.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return null;
        }
        int[] all = new int[8];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
        return new AddressBits(join(all, 0), join(all, 4), 128);
    }

    private static long join(int[] groups, int from) {
        long value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 16 | groups[i];
        }
        return value;
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return NO_GROUPS;
        }
        String[] parts = text.split(":", -1);
        String last = parts[parts.length - 1];
        boolean dotted = last.indexOf('.') >= 0;
        int[] groups = new int[parts.length + (dotted ? 1 : 0)];
        for (int i = 0; i < parts.length - (dotted ? 1 : 0); i++) {
            groups[i] = hex(parts[i]);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (dotted) {
            long tail = parseV4(last);
            if (tail < 0) {
                return null;
            }
            groups[groups.length - 2] = (int) (tail >>> 16);
            groups[groups.length - 1] = (int) (tail & 0xffff);
        }
        return groups;
    }

    /** One to four hexadecimal digits as a number; -1 if the text is not that. */
    private static int hex(String text) {
        int value = text.isEmpty() || text.length() > 4 ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            value = digit < 0 ? -1 : value << 4 | digit;
        }
        return value;
    }
}
