package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Picks the client out of a list of forwarded addresses, each of which was appended by the hop to
 * its right: from the right, the first that no trusted proxy owns.
 *
 * <p>What stands left of a hop that is not trusted is that hop's word and counts for nothing, so
 * text that is no address ({@code unknown}, {@code _hidden}, half a forged line) ends the walk: the
 * client is unknown, and neither the proxy that said so nor an address further left is blamed.
 * Empty entries and nginx's {@code unix:} (a proxy on the same machine) are passed over. If all are
 * trusted the leftmost is the client, a machine in one's own networks; unless it is trusted by
 * itself and not as part of a network, which makes it a proxy and the client unknown.
 *
 * <p>Work is linear in the list's length.
 */
final class ClientAddress {

    private static final String LOCAL_HOP = "unix:";
    private static final String TAB = "\\x09";

    private final TrustedNetworks trusted;

    ClientAddress(TrustedNetworks trusted) {
        this.trusted = trusted;
    }

    /** The client's address in its usual form; null if the list tells none. */
    @Nullable String of(String header) {
        // A tab may stand between the hops, and is written out in the text of a line.
        String list = header.indexOf(TAB) < 0 ? header : header.replace(TAB, " ");
        InternetAddress leftmost = null;
        int end = list.length();
        while (end >= 0) {
            int start = list.lastIndexOf(',', end - 1) + 1;
            InternetAddress address = InternetAddress.parse(list, start, end);
            if (address == null) {
                if (!passedOver(list, start, end)) {
                    return null;
                }
            } else if (!trusted.contains(address)) {
                return text(address, list, start, end);
            } else {
                leftmost = address;
            }
            end = start - 1;
        }
        return leftmost == null || trusted.isProxy(leftmost)
                ? null
                : text(leftmost, list, 0, list.length());
    }

    private static boolean passedOver(String list, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && InternetAddress.blank(list.charAt(start))) {
            start++;
        }
        while (end > start && InternetAddress.blank(list.charAt(end - 1))) {
            end--;
        }
        boolean local = end - start == LOCAL_HOP.length() && list.startsWith(LOCAL_HOP, start);
        return start == end || local;
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
