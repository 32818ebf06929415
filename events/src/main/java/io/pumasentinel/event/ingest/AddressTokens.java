package io.pumasentinel.event.ingest;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms for addresses that are addresses themselves, unique local ones (RFC 4193, fd00::/8).
 * The first 64 bits stand for the IPv4 /24 or the IPv6 /64, the last 64 for the address: clients of
 * one network still share a network, and nothing else is kept. Two of a million addresses collide
 * with a probability below 10<sup>-7</sup>. Remembers the last thousands of them; not thread-safe.
 */
final class AddressTokens {

    private static final int REMEMBERED = 4096;
    private static final long UNIQUE_LOCAL = 0xFD00_0000_0000_0000L;
    private static final long BELOW_PREFIX = 0x00FF_FFFF_FFFF_FFFFL;
    private static final int LONGEST = 45;

    private final Tokens tokens;
    private final @Nullable String[] real = new String[REMEMBERED];
    private final String[] pseudonyms = new String[REMEMBERED];

    AddressTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The pseudonym of an address in its usual form; a text that is no address stays. */
    String of(String address) {
        int slot = (address.hashCode() * 0x9E3779B9) >>> 20;
        if (!address.equals(real[slot])) {
            InternetAddress parsed = InternetAddress.parse(address);
            pseudonyms[slot] = parsed == null ? address : of(parsed).toString();
            real[slot] = address;
        }
        return pseudonyms[slot];
    }

    /** Hands out {@code from << 32 | to} of every address in free text, with a port or without. */
    static void find(String text, LongConsumer out) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int dots = 0;
            int colons = 0;
            while (end < text.length() && addressChar(text.charAt(end))) {
                dots += text.charAt(end) == '.' ? 1 : 0;
                colons += text.charAt(end) == ':' ? 1 : 0;
                end++;
            }
            int last = end;
            while (last > i && (text.charAt(last - 1) == '.' || single(text, last - 1))) {
                last--;
            }
            boolean shaped = (dots == 3 || dots == 4 || colons > 1) && last - i <= LONGEST;
            if (shaped && bounded(text, i, end) && InternetAddress.parse(text, i, last) != null) {
                out.accept((long) i << 32 | last);
            }
            i = Math.max(end, i + 1);
        }
    }

    private InternetAddress of(InternetAddress address) {
        boolean v4 = address.isV4();
        long network =
                v4
                        ? tokens.bits("net4", 0, address.low() & ~0xFFL)
                        : tokens.bits("net6", address.high(), 0);
        long host = tokens.bits(v4 ? "host4" : "host6", address.high(), address.low());
        return new InternetAddress(UNIQUE_LOCAL | (network & BELOW_PREFIX), host);
    }

    /** A colon that ends a text such as {@code 192.0.2.1:}. */
    private static boolean single(String text, int at) {
        return text.charAt(at) == ':' && at > 0 && text.charAt(at - 1) != ':';
    }

    /** A word's part or a product's version, {@code Chrome/119.0.0.0}, is no address. */
    private static boolean bounded(String text, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char behind = to == text.length() ? ' ' : text.charAt(to);
        boolean version = before == '/' && product(text, from - 1);
        return !version && !Character.isLetterOrDigit(before) && !Character.isLetterOrDigit(behind);
    }

    /** A name after a blank, not the end of a path such as {@code /by/192.0.2.1}. */
    private static boolean product(String text, int slash) {
        int i = slash - 1;
        while (i >= 0 && slash - i < LONGEST && named(text.charAt(i))) {
            i--;
        }
        char before = i < 0 ? ' ' : text.charAt(i);
        return i < slash - 1 && (before == ' ' || before == '(' || before == ';' || before == '"');
    }

    private static boolean named(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean addressChar(char c) {
        return c == '.' || c == ':' || Percent.digit(c) >= 0;
    }
}
