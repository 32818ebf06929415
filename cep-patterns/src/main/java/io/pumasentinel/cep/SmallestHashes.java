package io.pumasentinel.cep;

import java.util.Arrays;

/**
 * The smallest of the distinct hashes that were added, ascending, at most a fixed number of them.
 *
 * <p>Which ones are kept depends only on what was added, never on its order or on how it was split
 * into parts: a replay that interleaves partitions differently keeps the same (a bottom-k sketch).
 */
final class SmallestHashes {
    private final int limit;
    private long[] hashes;
    private int size;

    /** Keeps at most {@code limit}, starting with {@code ascending}. */
    SmallestHashes(int limit, long... ascending) {
        this.limit = limit;
        this.hashes = Arrays.copyOf(ascending, Math.max(4, ascending.length));
        this.size = ascending.length;
    }

    /** Takes one hash in. */
    void add(long hash) {
        if (size == limit && hash > hashes[size - 1]) {
            return;
        }
        int found = Arrays.binarySearch(hashes, 0, size, hash);
        if (found >= 0) {
            return;
        }
        if (size == hashes.length && size < limit) {
            hashes = Arrays.copyOf(hashes, Math.min(limit, size * 2));
        }
        int at = -found - 1;
        int kept = Math.min(size, limit - 1);
        System.arraycopy(hashes, at, hashes, at + 1, kept - at);
        hashes[at] = hash;
        size = kept + 1;
    }

    /** What is kept, ascending. */
    long[] toArray() {
        return Arrays.copyOf(hashes, size);
    }
}
