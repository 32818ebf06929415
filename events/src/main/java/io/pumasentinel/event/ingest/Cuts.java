package io.pumasentinel.event.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the secrets of one text are and what they are; reused from text to text. */
final class Cuts {

    private String text = "";
    private boolean query;
    private int @Nullable [] origin;
    private int[] from = new int[8];
    private int[] to = new int[8];
    private String[] kind = new String[8];
    private int count;
    private int ampersand;
    private int ampersandFrom;

    /**
     * Begins a text.
     *
     * @param asQuery whether a secret ends at the latest at the text's next {@code &}
     */
    void begin(String newText, boolean asQuery) {
        text = newText;
        query = asQuery;
        origin = null;
        count = 0;
        ampersand = -1;
        ampersandFrom = 0;
    }

    /** From here on, places are those of a decoded form; {@code origins} leads them back. */
    void decoded(int[] origins) {
        origin = origins;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int start, int end, String what) {
        int first = origin == null ? start : origin[start];
        int last = origin == null ? end : origin[end];
        last = query ? Math.min(last, nextAmpersand(first)) : last;
        if (last <= first) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            kind = Arrays.copyOf(kind, 2 * count);
        }
        from[count] = first;
        to[count] = last;
        kind[count] = what;
        count++;
    }

    /** Hands out the cuts from left to right; of those that overlap, one that spans them all. */
    void each(Visitor visitor) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) from[i] << 32 | i;
        }
        Arrays.sort(order);
        int i = 0;
        while (i < count) {
            int first = (int) order[i];
            int end = to[first];
            i++;
            while (i < count && from[(int) order[i]] < end) {
                end = Math.max(end, to[(int) order[i]]);
                i++;
            }
            visitor.cut(from[first], end, kind[first]);
        }
    }

    /** Takes one cut. */
    interface Visitor {
        void cut(int from, int to, String kind);
    }

    private int nextAmpersand(int at) {
        if (ampersand < at || at < ampersandFrom) {
            int found = text.indexOf('&', at);
            ampersand = found < 0 ? text.length() : found;
            ampersandFrom = at;
        }
        return ampersand;
    }
}
