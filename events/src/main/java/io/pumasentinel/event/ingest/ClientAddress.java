package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Picks the client out of a list of forwarded addresses: from the right, the first address that no
 * trusted proxy owns; the leftmost address if all are trusted. What is no address is skipped.
 */
final class ClientAddress {

    private final TrustedNetworks trusted;

    ClientAddress(TrustedNetworks trusted) {
        this.trusted = trusted;
    }

    /** The client's address in its usual form; null if the list holds no address. */
    @Nullable String of(String list) {
        InternetAddress leftmost = null;
        int from = 0;
        int end = list.length();
        while (end >= 0) {
            int start = list.lastIndexOf(',', end - 1) + 1;
            InternetAddress address = InternetAddress.parse(list, start, end);
            if (address != null) {
                if (!trusted.contains(address)) {
                    return text(address, list, start, end);
                }
                leftmost = address;
                from = start;
            }
            end = start - 1;
        }
        return leftmost == null ? null : text(leftmost, list, from, list.length());
    }

    /** A lone IPv4 address is in its usual form already: it cannot have leading zeros. */
    private static String text(InternetAddress address, String list, int from, int to) {
        boolean whole = from == 0 && to == list.length() && address.isV4();
        return whole && bare(list) ? list : address.toString();
    }

    private static boolean bare(String list) {
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
