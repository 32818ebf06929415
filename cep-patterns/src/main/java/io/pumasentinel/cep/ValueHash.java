package io.pumasentinel.cep;

/**
 * 64-bit hashes of field values, the same in every process and after every restart, because they
 * travel in sums and lie in state.
 *
 * <p>Block mixing and finaliser after MurmurHash3 (Austin Appleby, x64 variant), over UTF-16 units
 * taken four at a time.
 */
final class ValueHash {
    private static final long SEED = 0x70756d612d736e74L;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private ValueHash() {}

    /** The hash of a text. */
    static long of(String text) {
        long hash = SEED;
        int length = text.length();
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long block =
                    text.charAt(at)
                            | (long) text.charAt(at + 1) << 16
                            | (long) text.charAt(at + 2) << 32
                            | (long) text.charAt(at + 3) << 48;
            hash = Long.rotateLeft(hash ^ scramble(block), 27) * 5 + 0x52dce729L;
        }
        long tail = 0;
        for (int i = length - 1; i >= at; i--) {
            tail = tail << 16 | text.charAt(i);
        }
        return finish(hash ^ scramble(tail) ^ length);
    }

    /** The hash of what {@code before} is the hash of, followed by a text. */
    static long of(long before, String text) {
        return finish(Long.rotateLeft(before, 27) * 5 + of(text));
    }

    private static long scramble(long block) {
        return Long.rotateLeft(block * C1, 31) * C2;
    }

    private static long finish(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
