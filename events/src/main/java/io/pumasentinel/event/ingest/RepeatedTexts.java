package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * {@link Repeats} for what is known by two texts, such as method and path, whose bytes do not lie
 * together. Bounded alike: {@value #SLOTS} slots, texts of at most {@value #LONGEST} characters,
 * and only what comes twice is remembered. Nothing but speed depends on it. Not thread-safe.
 *
 * @param <V> what the texts are read as; immutable
 */
final class RepeatedTexts<V> {

    private static final int SLOTS = 4096;
    private static final int LONGEST = 256;
    private static final int MIX = 0x9E37_79B9;

    private final int[] hashes = new int[SLOTS];
    private final @Nullable String[] texts = new String[SLOTS];
    private final @Nullable String[] besides = new String[SLOTS];
    private final @Nullable Object[] values = new Object[SLOTS];

    /** Of each slot, the hash of the texts that were missed last. */
    private final int[] missed = new int[SLOTS];

    /** The slot in which {@link #put} may remember; -1 if it may not. */
    private int open = -1;

    /** What was remembered of exactly these texts; null if nothing is. */
    @SuppressWarnings("unchecked") // only put() writes values
    @Nullable V get(String text, String beside) {
        open = -1;
        if (text.length() > LONGEST || beside.length() > LONGEST) {
            return null;
        }
        int hash = (text.hashCode() * 31 + beside.hashCode()) * MIX;
        int slot = hash >>> 20;
        boolean maybe = hashes[slot] == hash;
        if (maybe && text.equals(texts[slot]) && beside.equals(besides[slot])) {
            return (V) values[slot];
        }
        open = missed[slot] == hash ? slot : -1;
        missed[slot] = hash;
        return null;
    }

    /** Offers what the texts that {@link #get} has just missed were read as. */
    void put(String text, String beside, V value) {
        if (open >= 0) {
            hashes[open] = missed[open];
            texts[open] = text;
            besides[open] = beside;
            values[open] = value;
            open = -1;
        }
    }
}
