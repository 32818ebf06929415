package io.pumasentinel.event.ingest;

import java.util.List;

/** The networks whose word about a client address is believed. */
final class TrustedNetworks {

    private static final int V4_OFFSET = 96;

    private final long[] highs;
    private final long[] lows;
    private final long[] highMasks;
    private final long[] lowMasks;

    private TrustedNetworks(int size) {
        highs = new long[size];
        lows = new long[size];
        highMasks = new long[size];
        lowMasks = new long[size];
    }

    /**
     * @throws IllegalArgumentException if a text is neither an address nor {@code address/bits}
     */
    static TrustedNetworks of(List<String> cidrs) {
        TrustedNetworks networks = new TrustedNetworks(cidrs.size());
        for (int i = 0; i < cidrs.size(); i++) {
            networks.put(i, cidrs.get(i));
        }
        return networks;
    }

    boolean contains(InternetAddress address) {
        for (int i = 0; i < highs.length; i++) {
            if ((address.high() & highMasks[i]) == highs[i]
                    && (address.low() & lowMasks[i]) == lows[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the address is trusted by itself, which makes it a proxy; a network may hold clients
     * too, and the own machine may be one.
     */
    boolean isProxy(InternetAddress address) {
        for (int i = 0; i < highs.length; i++) {
            boolean single = highMasks[i] == -1L && lowMasks[i] == -1L;
            if (single && address.high() == highs[i] && address.low() == lows[i]) {
                return !address.isLoopback();
            }
        }
        return false;
    }

    private void put(int index, String cidr) {
        int slash = cidr.indexOf('/');
        String host = slash < 0 ? cidr : cidr.substring(0, slash);
        InternetAddress address = InternetAddress.parse(host);
        if (address == null) {
            throw bad(cidr);
        }
        int offset = address.isV4() ? V4_OFFSET : 0;
        int bits = offset + (slash < 0 ? 128 - offset : bits(cidr, slash, 128 - offset));
        highMasks[index] = bits == 0 ? 0 : -1L << (64 - Math.min(bits, 64));
        lowMasks[index] = bits <= 64 ? 0 : -1L << (128 - bits);
        highs[index] = address.high() & highMasks[index];
        lows[index] = address.low() & lowMasks[index];
    }

    private static int bits(String cidr, int slash, int most) {
        int bits = 0;
        for (int i = slash + 1; i < cidr.length(); i++) {
            int digit = cidr.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw bad(cidr);
            }
            bits = Math.min(bits * 10 + digit, 1000);
        }
        if (slash + 1 == cidr.length() || bits > most) {
            throw bad(cidr);
        }
        return bits;
    }

    private static IllegalArgumentException bad(String cidr) {
        return new IllegalArgumentException(
                "trustedProxies: not a network (got %s); an address or address/bits, such as 10.0.0.0/8"
                        .formatted(cidr));
    }
}
