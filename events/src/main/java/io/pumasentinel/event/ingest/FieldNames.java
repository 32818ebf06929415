package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields by name, which is looked up by its bytes, without making a text of it. */
final class FieldNames {

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final byte[][] names;

    /** First and last eight bytes of each name. */
    private final long[] heads;

    private final long[] tails;
    private final @Nullable FieldTree[] fields;

    private FieldNames(int slots) {
        this.names = new byte[slots][];
        this.heads = new long[slots];
        this.tails = new long[slots];
        this.fields = new FieldTree[slots];
    }

    static FieldNames of(Map<String, FieldTree> fields) {
        // A third full at the most: most names that nobody wants meet an empty slot.
        FieldNames names = new FieldNames(2 * Integer.highestOneBit(2 * fields.size() + 1));
        fields.forEach((name, field) -> names.put(name.getBytes(StandardCharsets.UTF_8), field));
        return names;
    }

    /** The field whose name is {@code b[from, to)}; null if nobody wants it. */
    @Nullable FieldTree find(byte[] b, int from, int to) {
        int length = to - from;
        long head = Words.head(b, from, to);
        long tail = length > Long.BYTES ? Words.at(b, to - Long.BYTES) : 0;
        int slot = slot(head, tail, length);
        byte[] name = names[slot];
        while (name != null) {
            boolean ends = name.length == length && heads[slot] == head && tails[slot] == tail;
            boolean same = ends && length <= 2 * Long.BYTES;
            if (same || (ends && Arrays.equals(name, 0, length, b, from, to))) {
                return fields[slot];
            }
            slot = slot + 1 & names.length - 1;
            name = names[slot];
        }
        return null;
    }

    private void put(byte[] name, FieldTree field) {
        int length = name.length;
        long head = Words.head(name, 0, length);
        long tail = length > Long.BYTES ? Words.at(name, length - Long.BYTES) : 0;
        int slot = slot(head, tail, length);
        while (names[slot] != null) {
            slot = slot + 1 & names.length - 1;
        }
        names[slot] = name;
        heads[slot] = head;
        tails[slot] = tail;
        fields[slot] = field;
    }

    private int slot(long head, long tail, int length) {
        long hash = (head * MIX ^ tail ^ length) * MIX;
        return (int) (hash >>> 40) & names.length - 1;
    }
}
