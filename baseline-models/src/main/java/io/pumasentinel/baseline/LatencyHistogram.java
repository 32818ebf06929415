package io.pumasentinel.baseline;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import java.util.Arrays;

/**
 * Counts latencies so that every quantile is known within 1 % of its value.
 *
 * <p>The bins are DDSketch's: bin {@code i} holds the values in (γ^(i−1), γ^i] with γ = 1.01/0.99.
 * They lie in one array from the lowest to the highest bin in use, at most {@value #MOST_BINS} (1.5
 * kB): within a window latencies may differ by a factor of 2,000 before anything is lost. Beyond
 * that the lowest bins are folded into the lowest kept one, so that the upper quantiles stay exact
 * and only the lower ones read too high.
 *
 * <p>Merging is associative and commutative, also where bins are folded. Durations below 1 µs count
 * as 1 µs. A plain object for keyed state, mutated in place; not thread-safe.
 */
public class LatencyHistogram {
    static final double RELATIVE_ERROR = 0.01;
    static final int MOST_BINS = 384;
    static final long SMALLEST_NANOS = 1_000;

    private static final int HEADROOM = 8;
    private static final int[] NONE = {};
    private static final IndexMapping MAPPING = new LogarithmicMapping(RELATIVE_ERROR);

    /** The bin that {@code counts[0]} stands for. */
    public int lowest;

    public int[] counts = NONE;
    public long total;

    /** Counts one duration; a negative one (unknown) is ignored. */
    public void add(long nanos) {
        if (nanos >= 0) {
            addBin(MAPPING.index((double) Math.max(nanos, SMALLEST_NANOS)), 1);
        }
    }

    /** Adds what {@code other} counted; {@code other} stays as it is. */
    public void merge(LatencyHistogram other) {
        for (int slot = other.counts.length - 1; slot >= 0; slot--) {
            if (other.counts[slot] > 0) {
                addBin(other.lowest + slot, other.counts[slot]);
            }
        }
    }

    /** How many durations were counted. */
    public long count() {
        return total;
    }

    /**
     * The lower {@code q}-quantile in nanoseconds: the value of rank ⌊q·(count − 1)⌋, within 1 %.
     *
     * @param q in [0,1]
     * @return -1 if nothing was counted
     * @throws IllegalArgumentException if {@code q} is outside [0,1]
     */
    public long quantileNanos(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile out of range (got " + q + "); 0 to 1");
        }
        if (total == 0) {
            return -1;
        }
        long rank = (long) (q * (total - 1));
        int slot = 0;
        for (long below = counts[0]; below <= rank; below += counts[slot]) {
            slot++;
        }
        return Math.round(valueOf(lowest + slot));
    }

    /** How many of the durations counted exceed {@code nanos}, give or take a bin's width. */
    public long countAbove(double nanos) {
        int bin = MAPPING.index(Math.max(nanos, (double) SMALLEST_NANOS));
        long above = 0;
        for (int slot = Math.max(0, bin + 1 - lowest); slot < counts.length; slot++) {
            above += counts[slot];
        }
        return above;
    }

    /** Forgets everything; a small array is kept, because the next window looks alike. */
    public void clear() {
        total = 0;
        if (counts.length > MOST_BINS / 2) {
            counts = NONE;
        } else {
            Arrays.fill(counts, 0);
        }
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** The value in nanoseconds that stands for a bin. */
    static double valueOf(int bin) {
        return MAPPING.value(bin);
    }

    private void addBin(int bin, int times) {
        int slot = bin - lowest;
        if (slot < 0 || slot >= counts.length) {
            slot = reach(bin);
        }
        counts[slot] += times;
        total += times;
    }

    /** Makes room for a bin outside the array and returns its slot. */
    private int reach(int bin) {
        int first = 0;
        int last = counts.length - 1;
        while (first <= last && counts[first] == 0) {
            first++;
        }
        while (last >= first && counts[last] == 0) {
            last--;
        }
        boolean empty = first > last;
        int low = empty ? bin : Math.min(bin, lowest + first);
        int high = empty ? bin : Math.max(bin, lowest + last);
        relocate(Math.max(low, high - MOST_BINS + 1), high);
        return Math.max(bin - lowest, 0);
    }

    private void relocate(int low, int high) {
        int width = high - low + 1;
        int spare = Math.min(Math.max(HEADROOM, width / 4), (MOST_BINS - width) / 2);
        int newLowest = low - spare;
        int[] moved = new int[width + 2 * spare];
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                moved[Math.max(lowest + slot - newLowest, 0)] += counts[slot];
            }
        }
        lowest = newLowest;
        counts = moved;
    }
}
