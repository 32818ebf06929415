package io.pumasentinel.event.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a stretch of bytes was read as, so that what repeats is read once. Bounded: each
 * of {@value #SLOTS} slots holds one stretch of at most {@value #LONGEST} bytes, and gives it up
 * only for one that comes twice without another between them, so that a flood of new ones displaces
 * little. Answers are those of a reading: nothing but speed depends on what is remembered. Not
 * thread-safe.
 *
 * @param <V> what a stretch is read as; immutable
 */
final class Repeats<V> {

    private static final int SLOTS = 4096;
    private static final int LONGEST = 256;
    private static final int SHORTEST = Long.BYTES - 1;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final byte[][] keys = new byte[SLOTS][];
    private final @Nullable Object[] values = new Object[SLOTS];

    /** Of each slot, a part of the hash of the stretch that was missed last. */
    private final int[] missed = new int[SLOTS];

    /** The slot in which {@link #put} may remember; -1 if it may not. */
    private int open = -1;

    /** What was remembered of exactly these bytes; null if nothing is. */
    @SuppressWarnings("unchecked") // only put() writes values
    @Nullable V get(byte[] b, int from, int to) {
        open = -1;
        if (to - from > LONGEST || to - from < SHORTEST) {
            return null;
        }
        long hash = hash(b, from, to);
        int slot = (int) (hash >>> 32) & (SLOTS - 1);
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, b, from, to)) {
            return (V) values[slot];
        }
        open = missed[slot] == (int) hash ? slot : -1;
        missed[slot] = (int) hash;
        return null;
    }

    /** Whether what {@link #get} has just missed would be remembered. */
    boolean mayPut() {
        return open >= 0;
    }

    /** Offers what the bytes that {@link #get} has just missed were read as. */
    void put(byte[] b, int from, int to, V value) {
        if (open >= 0) {
            keys[open] = Arrays.copyOfRange(b, from, to);
            values[open] = value;
            open = -1;
        }
    }

    /** Eight bytes at a time; the last eight overlap those before. */
    private static long hash(byte[] b, int from, int to) {
        long hash = (long) to - from;
        int last = to - Long.BYTES;
        for (int i = from; i < last; i += Long.BYTES) {
            hash = (hash ^ Words.at(b, i)) * MIX;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ end(b, from, last)) * MIX;
        return hash ^ (hash >>> 29);
    }

    private static long end(byte[] b, int from, int last) {
        return last >= from ? Words.at(b, last) : Words.head(b, from, from + SHORTEST);
    }
}
