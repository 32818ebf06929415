package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/** Reads an IPv6 address: its groups left to right, noting where {@code ::} stood. */
final class V6Reader {
    private final CharSequence text;
    private final int to;
    private int at;
    private final int[] groups = new int[InternetAddress.GROUPS];
    private int count;
    private int gap = -1;

    V6Reader(CharSequence text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    @Nullable InternetAddress read() {
        if (text.charAt(at) == ':' && text.charAt(at + 1) != ':') {
            return null;
        }
        while (at < to) {
            if (text.charAt(at) == ':' && !colon()) {
                return null;
            }
            if (at < to && !group()) {
                return null;
            }
        }
        return finish();
    }

    private boolean colon() {
        boolean twice = at + 1 < to && text.charAt(at + 1) == ':';
        at += twice ? 2 : 1;
        if (!twice) {
            return at < to && count > 0;
        }
        boolean first = gap < 0;
        gap = count;
        return first;
    }

    private boolean group() {
        int start = at;
        int value = 0;
        while (at < to && Character.digit(text.charAt(at), 16) >= 0 && at - start < 4) {
            value = value << 4 | Character.digit(text.charAt(at), 16);
            at++;
        }
        if (at < to && text.charAt(at) == '.') {
            return dottedTail(start);
        }
        boolean ends = at == to || text.charAt(at) == ':';
        return at > start && ends && put(value);
    }

    private boolean dottedTail(int start) {
        long value = InternetAddress.v4Value(text, start, to);
        at = to;
        return value >= 0 && put((int) (value >>> 16)) && put((int) (value & 0xFFFF));
    }

    private boolean put(int value) {
        if (count == InternetAddress.GROUPS) {
            return false;
        }
        groups[count++] = value;
        return true;
    }

    private @Nullable InternetAddress finish() {
        if (gap < 0 ? count < InternetAddress.GROUPS : count == InternetAddress.GROUPS) {
            return null;
        }
        long high = 0;
        long low = 0;
        int missing = InternetAddress.GROUPS - count;
        for (int i = 0; i < InternetAddress.GROUPS; i++) {
            int from = gap < 0 || i < gap ? i : i - missing;
            int value = gap >= 0 && i >= gap && i < gap + missing ? 0 : groups[from];
            high = high << 16 | low >>> 48;
            low = low << 16 | value;
        }
        return new InternetAddress(high, low);
    }
}
