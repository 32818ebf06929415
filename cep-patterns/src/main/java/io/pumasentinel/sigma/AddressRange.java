package io.pumasentinel.sigma;

import java.util.Optional;

/**
 * An address block in CIDR notation, IPv4 or IPv6. An address without prefix length is a block of
 * one. Testing an address allocates nothing and asks no name server.
 */
final class AddressRange implements TextTest {
    private final AddressBits base;
    private final int prefix;

    private AddressRange(AddressBits base, int prefix) {
        this.base = base;
        this.prefix = prefix;
    }

    /** The block that the text means; empty if it means none. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        AddressBits base = AddressBits.parse(slash < 0 ? text : text.substring(0, slash));
        if (base == null) {
            return Optional.empty();
        }
        int prefix = slash < 0 ? base.length() : prefixOf(text.substring(slash + 1));
        return prefix < 0 || prefix > base.length()
                ? Optional.empty()
                : Optional.of(new AddressRange(base, prefix));
    }

    @Override
    public boolean test(String address) {
        AddressBits bits = AddressBits.parse(address);
        return bits != null && bits.length() == base.length() && bits.sharesPrefix(base, prefix);
    }

    private static int prefixOf(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3;
        return digits && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : -1;
    }
}
