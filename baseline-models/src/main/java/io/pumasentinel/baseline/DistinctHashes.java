package io.pumasentinel.baseline;

import java.util.Arrays;

/**
 * How many different values there were, exactly up to {@value #MOST}.
 *
 * <p>The smallest hashes are kept, so that the order of adding and merging does not matter. A plain
 * object for keyed state, at most 270 bytes.
 */
public class DistinctHashes {
    static final int MOST = 64;

    private static final int[] NONE = {};

    /** Ascending, from index 0. */
    public int[] hashes = NONE;

    public int size;

    /** Adds a value by its hash. */
    public void add(int hash) {
        int slot = Arrays.binarySearch(hashes, 0, size, hash);
        int free = -slot - 1;
        if (slot >= 0 || free == MOST) {
            return;
        }
        if (size == MOST) {
            size--;
        } else if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.min(MOST, Math.max(2, 2 * size)));
        }
        System.arraycopy(hashes, free, hashes, free + 1, size - free);
        hashes[free] = hash;
        size++;
    }

    /** Adds what {@code other} has; {@code other} stays as it is. */
    public void merge(DistinctHashes other) {
        for (int i = 0; i < other.size; i++) {
            add(other.hashes[i]);
        }
    }

    /** The number of different values; {@value #MOST} stands for more as well. */
    public int count() {
        return size;
    }
}
