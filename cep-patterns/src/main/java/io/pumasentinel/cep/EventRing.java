package io.pumasentinel.cep;

import java.util.Arrays;

/**
 * How many events each of the latest seconds had, oldest first. State: written by Flink's POJO
 * serialiser, hence the public fields.
 */
public final class EventRing {
    /** The seconds that had events, in milliseconds, ascending, from {@link #head}. */
    public long[] seconds = new long[4];

    /** The events of each. */
    public long[] counts = new long[4];

    /** Where the oldest entry stands. */
    public int head;

    /** One past the newest entry. */
    public int tail;

    /** The sum of all entries. */
    public long total;

    /** An empty ring. */
    public EventRing() {}

    /** Adds events of the newest second. */
    void add(long secondMillis, long count) {
        total += count;
        if (tail > head && seconds[tail - 1] == secondMillis) {
            counts[tail - 1] += count;
            return;
        }
        makeRoom();
        seconds[tail] = secondMillis;
        counts[tail] = count;
        tail++;
    }

    /** Forgets seconds up to and including {@code secondMillis}. */
    void evictThrough(long secondMillis) {
        while (head < tail && seconds[head] <= secondMillis) {
            total -= counts[head++];
        }
    }

    /** Forgets the oldest seconds that a window needs not to reach {@code enough} events. */
    void trimTo(long enough) {
        while (head < tail && total - counts[head] >= enough) {
            total -= counts[head++];
        }
    }

    /** Pools the oldest entries so that at most {@code entries} are left; loses no event. */
    void poolTo(int entries) {
        while (tail - head > entries) {
            counts[head + 1] += counts[head];
            head++;
        }
    }

    /** The events of seconds after {@code secondMillis}. */
    long countAfter(long secondMillis) {
        long count = 0;
        for (int i = tail - 1; i >= head && seconds[i] > secondMillis; i--) {
            count += counts[i];
        }
        return count;
    }

    /** The oldest second after {@code secondMillis}; the newest one if there is none. */
    long firstAfter(long secondMillis) {
        int at = tail - 1;
        while (at > head && seconds[at - 1] > secondMillis) {
            at--;
        }
        return seconds[at];
    }

    /** Entries in the ring. */
    int size() {
        return tail - head;
    }

    private void makeRoom() {
        if (tail < seconds.length) {
            return;
        }
        int size = tail - head;
        int length = size > seconds.length / 2 ? seconds.length * 2 : seconds.length;
        seconds = Arrays.copyOf(Arrays.copyOfRange(seconds, head, tail), length);
        counts = Arrays.copyOf(Arrays.copyOfRange(counts, head, tail), length);
        head = 0;
        tail = size;
    }
}
