package io.pumasentinel.event.ingest;

/** The network around a client address, for grouping clients that share one. */
public final class Subnets {

    private Subnets() {}

    /**
     * IPv4: the /24 as {@code a.b.c.0/24}; IPv6: the /64 as {@code 2001:db8::/64}. A text that is
     * no address comes back unchanged.
     */
    public static String of(String address) {
        InternetAddress parsed = InternetAddress.parse(address);
        if (parsed == null) {
            return address;
        }
        return parsed.isV4()
                ? new InternetAddress(0, parsed.low() & ~0xFFL) + "/24"
                : new InternetAddress(parsed.high(), 0) + "/64";
    }
}
