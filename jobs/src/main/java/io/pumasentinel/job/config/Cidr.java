package io.pumasentinel.job.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Function;

/** Address blocks like {@code 10.0.0.0/8}; a single address is the block of itself. */
final class Cidr {

    private Cidr() {}

    static ValueType<String> type() {
        return new Scalar<>(
                "an IPv4 or IPv6 block like 10.0.0.0/8 or fc00::/7",
                Cidr::parse,
                Function.identity());
    }

    private static String parse(String text) throws Refused {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = bits(address);
        if (slash < 0) {
            return address + "/" + bits;
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            throw new Refused("a prefix that is not 0 to " + bits);
        }
        return text;
    }

    private static int bits(String address) throws Refused {
        if (isIpv4(address)) {
            return 32;
        }
        if (isIpv6(address)) {
            return 128;
        }
        throw new Refused("not an address");
    }

    private static boolean isIpv4(String address) {
        return address.matches("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?!$)|$)){4}");
    }

    /** The JDK parses literals; only text that can be no host name is given to it. */
    private static boolean isIpv6(String address) {
        if (!address.matches("[0-9A-Fa-f:.]+") || address.indexOf(':') < 0) {
            return false;
        }
        try {
            return InetAddress.getByName(address) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
