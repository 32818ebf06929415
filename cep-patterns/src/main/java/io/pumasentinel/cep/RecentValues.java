package io.pumasentinel.cep;

import java.util.Arrays;

/**
 * The most recently seen distinct values, as hashes with the second in which each was last seen.
 *
 * <p>Holding the {@code n} most recent ones tells exactly whether a window has at least {@code n}:
 * if it has, they all lie in it. State: written by Flink's POJO serialiser, hence the public
 * fields.
 */
public final class RecentValues {
    private static final long[] NONE = {};
    private static final int FIRST_LENGTH = 4;

    /** The hashes, in no order. */
    public long[] hashes = NONE;

    /** When each was last seen, in milliseconds. */
    public long[] lastSeen = NONE;

    /** How many there are. */
    public int size;

    /** No values. */
    public RecentValues() {}

    /** Notes that a value occurred; keeps at most {@code limit}, the most recent ones. */
    void touch(long hash, long secondMillis, int limit) {
        int oldest = 0;
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                lastSeen[i] = secondMillis;
                return;
            }
            if (lastSeen[i] < lastSeen[oldest]) {
                oldest = i;
            }
        }
        int at = size < limit ? size++ : oldest;
        if (at == hashes.length) {
            int length = Math.min(limit, Math.max(FIRST_LENGTH, 2 * at));
            hashes = Arrays.copyOf(hashes, length);
            lastSeen = Arrays.copyOf(lastSeen, length);
        }
        hashes[at] = hash;
        lastSeen[at] = secondMillis;
    }

    /** Forgets values last seen at or before {@code secondMillis}. */
    void evictThrough(long secondMillis) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (lastSeen[i] > secondMillis) {
                hashes[kept] = hashes[i];
                lastSeen[kept++] = lastSeen[i];
            }
        }
        size = kept;
    }
}
