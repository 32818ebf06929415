package io.pumasentinel.sigma;

/**
 * Which ASCII characters a text has, as a set of 64 bits: two characters share a bit, upper and
 * lower case among them. A text can only contain another whose set is part of its own, so a rule
 * over many texts is answered without reading the value as long as nothing fits.
 */
final class Characters {
    /** Every text may have them all. */
    static final long ANY = -1L;

    private static final int ASCII = 128;

    private Characters() {}

    /** The characters of a text; those beyond ASCII are left out. */
    static long of(String text) {
        long found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ASCII) {
                found |= 1L << ((c & 31) | ((c & 64) >> 1));
            }
        }
        return found;
    }
}
