package io.pumasentinel.sigma;

/** The network around an address, the unit in which one attacker owns many addresses. */
final class Subnet {
    private Subnet() {}

    /** IPv4 /24, IPv6 /64; what is no address stays what it is. */
    static String of(String address) {
        AddressBits bits = AddressBits.parse(address);
        return bits == null ? address : bits.network();
    }
}
