package io.pumasentinel.event.ingest;

/**
 * Where a decoded path leads: {@code \} read as {@code /}, repeated slashes and {@code .} segments
 * left out, {@code ..} resolved (at the root it stays there), parameters ({@code ;jsessionid=1}),
 * trailing dots and blanks of a segment, a trailing slash and null characters dropped. RFC 3986,
 * section 5.2.4, and what Tomcat, IIS and Windows add to it. Linear in the path's length.
 */
final class NormalPath {

    private NormalPath() {}

    /** The same string where nothing changes. */
    static String of(String decoded) {
        if (plain(decoded)) {
            return decoded;
        }
        StringBuilder out = new StringBuilder(decoded.length() + 1);
        int from = 0;
        while (from <= decoded.length()) {
            int to = from;
            while (to < decoded.length() && !slash(decoded, to)) {
                to++;
            }
            append(out, decoded, from, to);
            from = to + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    /** A query with every slash as a path would have it; {@code ..} stays, it has no base here. */
    static String ofValue(String decoded) {
        if (decoded.indexOf('\\') < 0
                && decoded.indexOf('\0') < 0
                && !decoded.contains("//")
                && !decoded.contains("/./")) {
            return decoded;
        }
        StringBuilder out = new StringBuilder(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            char c = slash(decoded, i) ? '/' : decoded.charAt(i);
            int last = out.length() - 1;
            boolean again = c == '/' && last >= 0 && out.charAt(last) == '/';
            boolean here =
                    c == '/' && last >= 1 && out.charAt(last) == '.' && out.charAt(last - 1) == '/';
            if (here) {
                out.setLength(last);
            } else if (c != '\0' && !again) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean plain(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = path.charAt(i);
            boolean odd = c == ';' || c == '\0' || (c == '\\' && slash(path, i));
            boolean dull = i > 0 && (c == '/' || c == '.' || c == ' ');
            if (odd || (dull && ends(path, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the segment ends after that character; for a slash, whether it is empty. */
    private static boolean ends(String path, int at) {
        return at + 1 == path.length() || slash(path, at + 1);
    }

    private static void append(StringBuilder out, String path, int from, int to) {
        int start = out.length();
        out.append('/');
        for (int i = from; i < to && path.charAt(i) != ';'; i++) {
            if (path.charAt(i) != '\0') {
                out.append(path.charAt(i));
            }
        }
        int length = out.length() - start - 1;
        boolean dot = length == 1 && out.charAt(start + 1) == '.';
        boolean up = length == 2 && out.charAt(start + 1) == '.' && out.charAt(start + 2) == '.';
        if (up) {
            out.setLength(Math.max(0, parent(out, start)));
        } else if (dot || length == 0) {
            out.setLength(start);
        } else {
            trim(out, start + 1);
        }
    }

    /** Dots and blanks at a segment's end, unless it has nothing else. */
    private static void trim(StringBuilder out, int from) {
        int end = out.length();
        while (end > from && (out.charAt(end - 1) == '.' || out.charAt(end - 1) == ' ')) {
            end--;
        }
        if (end > from) {
            out.setLength(end);
        }
    }

    private static int parent(StringBuilder out, int end) {
        int i = end - 1;
        while (i >= 0 && out.charAt(i) != '/') {
            i--;
        }
        return i;
    }

    /** Not the backslash of {@code \xE9}: so the log's text shows a byte that is no UTF-8. */
    private static boolean slash(String text, int at) {
        char c = text.charAt(at);
        return c == '/' || (c == '\\' && !shownByte(text, at));
    }

    private static boolean shownByte(String text, int at) {
        return at + 3 < text.length()
                && text.charAt(at + 1) == 'x'
                && Percent.value(text.charAt(at + 2), text.charAt(at + 3)) >= 0x80;
    }
}
