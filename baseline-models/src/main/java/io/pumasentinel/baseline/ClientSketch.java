package io.pumasentinel.baseline;

/**
 * How many different addresses were added, in {@value #BITS} bits.
 *
 * <p>Linear counting (Whang, Vander-Zanden, Taylor: A Linear-Time Probabilistic Counting Algorithm,
 * ACM TODS 15, 1990): an address sets one bit by its hash; of m bits z stay clear, and n = m ln(m /
 * z). Standard error 2.5 % at 1,000 addresses and 7 % at 5,000; from about 7,800 on every number
 * reads as that. The order in which addresses come does not matter. A plain object for keyed state,
 * 128 bytes once something was added.
 */
public class ClientSketch {
    static final int BITS = 1_024;

    private static final long[] NONE = {};

    /** The bits; empty before the first address. */
    public long[] words = NONE;

    /** Adds an address. */
    public void add(String address) {
        if (words.length == 0) {
            words = new long[BITS / Long.SIZE];
        }
        int bit = Mixing.of(address.hashCode()) & (BITS - 1);
        words[bit >> 6] |= 1L << bit;
    }

    /** The number of different addresses, estimated; 0 if there were none. */
    public double estimate() {
        if (words.length == 0) {
            return 0;
        }
        int set = 0;
        for (long word : words) {
            set += Long.bitCount(word);
        }
        return -BITS * Math.log1p(-Math.min(set, BITS - 0.5) / BITS);
    }
}
