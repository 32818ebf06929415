package io.pumasentinel.cep;

import java.util.Arrays;

/**
 * How much and how many each of the latest stretches of time had, oldest first. State: written by
 * Flink's POJO serialiser, hence the public fields.
 *
 * <p>At most {@value #STRETCHES} stretches cover a window: seconds for ten minutes, longer ones for
 * longer windows. A stretch leaves with its first second, so that nothing older than the window
 * counts.
 */
public final class AmountRing {
    private static final int STRETCHES = 600;

    /** When each stretch begins, in milliseconds, ascending. */
    public long[] starts = new long[4];

    /** The events of each. */
    public long[] counts = new long[4];

    /** The sum of each. */
    public double[] amounts = new double[4];

    /** How many stretches there are. */
    public int size;

    /** An empty ring. */
    public AmountRing() {}

    /** How long the stretches of a window are, whole seconds in milliseconds. */
    static long stretchMillis(long timespanMillis) {
        return -Math.floorDiv(-timespanMillis, STRETCHES * 1000L) * 1000L;
    }

    /** Adds events of the newest stretch. */
    void add(long startMillis, long count, double amount) {
        if (size == 0 || starts[size - 1] != startMillis) {
            makeRoom();
            starts[size] = startMillis;
            counts[size] = 0;
            amounts[size] = 0;
            size++;
        }
        counts[size - 1] += count;
        amounts[size - 1] += amount;
    }

    /** Forgets stretches that begin up to and including {@code millis}. */
    void evictThrough(long millis) {
        int old = 0;
        while (old < size && starts[old] <= millis) {
            old++;
        }
        if (old > 0) {
            size -= old;
            System.arraycopy(starts, old, starts, 0, size);
            System.arraycopy(counts, old, counts, 0, size);
            System.arraycopy(amounts, old, amounts, 0, size);
        }
    }

    /** The sum of all. */
    double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += amounts[i];
        }
        return sum;
    }

    /** The mean of all; NaN if there are no events. */
    double average() {
        long events = 0;
        for (int i = 0; i < size; i++) {
            events += counts[i];
        }
        return events == 0 ? Double.NaN : sum() / events;
    }

    private void makeRoom() {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
    }
}
