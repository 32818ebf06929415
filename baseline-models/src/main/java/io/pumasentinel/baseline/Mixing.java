package io.pumasentinel.baseline;

/** Spreads the bits of hashes: the finaliser of MurmurHash3 (Appleby, public domain). */
final class Mixing {
    private Mixing() {}

    static int of(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
