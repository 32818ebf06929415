package io.pumasentinel.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which methods, statuses and parameter names the requests of one window had, and how often.
 *
 * <p>Values are known by hashes of 32 bits. Of more than {@value #MOST} different ones those with
 * the smallest hashes are kept, whatever the order of the requests; the occurrences of the others
 * are only counted. A digit in a parameter name counts as 0, so that {@code item[17]} is no news.
 * Only the first {@value #MOST_NAMES} parameters within {@value #MOST_CHARACTERS} characters are
 * read. A plain object for keyed state, at most 290 bytes.
 */
public class WindowValues {
    static final int MOST = 32;
    static final int MOST_NAMES = 16;
    static final int MOST_CHARACTERS = 1_024;

    private static final int[] NONE = {};
    private static final int METHOD = 0x3c6ef372;
    private static final int STATUS = 0x1b873593;
    private static final int NAME = 0x2545f491;

    /** The hashes in use, ascending, from index 0. */
    public int[] hashes = NONE;

    /** How many requests had the value. */
    public int[] counts = NONE;

    /** Hashes in use. */
    public int size;

    /** Occurrences of values that are not kept. */
    public long beyond;

    /** Requests that were added. */
    public long requests;

    void add(String method, int status, @Nullable String query) {
        requests++;
        count(Mixing.of(METHOD ^ method.hashCode()));
        if (status >= 0) {
            count(Mixing.of(STATUS ^ status));
        }
        if (query != null) {
            names(query);
        }
    }

    private void names(String query) {
        int end = Math.min(query.length(), MOST_CHARACTERS);
        int found = 0;
        int at = 0;
        while (at < end && found < MOST_NAMES) {
            int hash = NAME;
            int from = at;
            while (at < end && query.charAt(at) != '=' && query.charAt(at) != '&') {
                char c = query.charAt(at++);
                hash = 31 * hash + (c >= '0' && c <= '9' ? '0' : c);
            }
            boolean whole = at < end || end == query.length();
            if (at > from && whole) {
                count(Mixing.of(hash));
                found++;
            }
            int next = query.indexOf('&', at);
            at = next < 0 ? end : next + 1;
        }
    }

    private void count(int hash) {
        int slot = Arrays.binarySearch(hashes, 0, size, hash);
        if (slot >= 0) {
            counts[slot]++;
            return;
        }
        int free = -slot - 1;
        if (free == MOST) {
            beyond++;
            return;
        }
        makeRoom(free);
        hashes[free] = hash;
        counts[free] = 1;
    }

    private void makeRoom(int free) {
        if (size == MOST) {
            beyond += counts[--size];
        } else if (size == hashes.length) {
            int length = Math.min(MOST, Math.max(4, 2 * size));
            hashes = Arrays.copyOf(hashes, length);
            counts = Arrays.copyOf(counts, length);
        }
        System.arraycopy(hashes, free, hashes, free + 1, size - free);
        System.arraycopy(counts, free, counts, free + 1, size - free);
        size++;
    }
}
