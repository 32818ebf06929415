package io.pumasentinel.event.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once, the first in the lowest bits. */
final class Words {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long DELETES = 0x7F * ONES;

    private Words() {}

    /** The eight bytes at {@code at}, all of which the array must hold. */
    static long at(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    /** The first at most eight bytes of a stretch; zeros follow a shorter one. */
    static long head(byte[] b, int from, int to) {
        int length = to - from;
        if (length >= Long.BYTES) {
            return at(b, from);
        }
        if (from + Long.BYTES <= b.length) {
            return at(b, from) & ((1L << (length * Byte.SIZE)) - 1);
        }
        long head = 0;
        for (int i = to - 1; i >= from; i--) {
            head = head << Byte.SIZE | (b[i] & 0xFF);
        }
        return head;
    }

    /** Where the first byte stands that is not ASCII; {@code to} if all are. */
    static int asciiEnd(byte[] b, int from, int to) {
        int i = from;
        while (i + 4 * Long.BYTES <= to
                && ((at(b, i) | at(b, i + 8) | at(b, i + 16) | at(b, i + 24)) & HIGHS) == 0) {
            i += 4 * Long.BYTES;
        }
        while (i < to && b[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Where the first quote, backslash or control byte stands; {@code to} if there is none. */
    static int plainEnd(byte[] b, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            int plain = plain(at(b, i));
            if (plain < Long.BYTES) {
                return i + plain;
            }
        }
        while (i < to && b[i] != '"' && b[i] != '\\' && (b[i] < 0 || b[i] >= ' ')) {
            i++;
        }
        return i;
    }

    /** How many of the first of eight bytes are no quote, backslash or control byte. */
    static int plain(long word) {
        long quotes = zeros(word ^ QUOTES);
        // Of what a borrow marks falsely, all lies behind the first true mark.
        long marks = (quotes | zeros(word ^ BACKSLASHES) | (word - BLANKS & ~word)) & HIGHS;
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Whether all bytes are printable ASCII. */
    static boolean printable(byte[] b, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = at(b, i);
            if (((word | (word - BLANKS) | zeros(word ^ DELETES)) & HIGHS) != 0) {
                return false;
            }
        }
        while (i < to && b[i] >= ' ' && b[i] != 0x7F) {
            i++;
        }
        return i == to;
    }

    /** Marks the high bit of the first byte that is zero, and none before it. */
    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
