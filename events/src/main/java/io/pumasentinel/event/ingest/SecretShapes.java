package io.pumasentinel.event.ingest;

/**
 * Finds values that are secrets by their shape, whatever they are called: JSON web tokens, AWS key
 * ids, bearer tokens, the password in a URL.
 */
final class SecretShapes {

    private static final int KEY_ID_LENGTH = 20;
    private static final int SHORTEST_BEARER = 8;
    private static final int LONGEST_LOGIN = 256;

    private SecretShapes() {}

    /** The same string where nothing is found. */
    static String redact(String text) {
        StringBuilder out = null;
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            long range = suspicious(text.charAt(i)) ? secretAt(text, i) : 0;
            if (range <= 0) {
                i = range == 0 ? i + 1 : (int) -range;
                continue;
            }
            int from = (int) (range >>> 32);
            int to = (int) range;
            out = out == null ? new StringBuilder(text.length()) : out;
            out.append(text, kept, from).append(Redaction.MARK);
            kept = to;
            i = to;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    private static boolean suspicious(char c) {
        return c == 'e' || c == 'A' || c == 'b' || c == 'B' || c == ':';
    }

    /**
     * The secret that begins at {@code at} as {@code from << 32 | to}; 0 if there is none, -n if
     * there is none before n either.
     */
    private static long secretAt(String text, int at) {
        return switch (text.charAt(at)) {
            case 'e' -> text.startsWith("eyJ", at) ? jwt(text, at) : 0;
            case 'A' -> range(at, keyIdEnd(text, at));
            case ':' -> text.startsWith("://", at) ? login(text, at + 3) : 0;
            default -> text.regionMatches(true, at, "bearer", 0, 6) ? bearer(text, at + 6) : 0;
        };
    }

    private static long range(int from, int to) {
        return to <= from ? 0 : (long) from << 32 | to;
    }

    /** Two parts joined by a dot and a third that may be empty; each part is read at most twice. */
    private static long jwt(String text, int at) {
        int first = runEnd(text, at);
        if (first - at < 8 || first >= text.length() || text.charAt(first) != '.') {
            return -first;
        }
        int second = runEnd(text, first + 1);
        if (second == first + 1 || second >= text.length() || text.charAt(second) != '.') {
            return -first;
        }
        return range(at, runEnd(text, second + 1));
    }

    private static int runEnd(String text, int at) {
        int i = at;
        while (i < text.length() && tokenChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean tokenChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-';
    }

    private static int keyIdEnd(String text, int at) {
        if (!text.startsWith("AKIA", at) && !text.startsWith("ASIA", at)) {
            return -1;
        }
        int end = at + KEY_ID_LENGTH;
        if (end > text.length()) {
            return -1;
        }
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return -1;
            }
        }
        return end;
    }

    private static long bearer(String text, int after) {
        int from = after;
        if (text.startsWith("%20", after)) {
            from = after + 3;
        } else if (after < text.length() && " +".indexOf(text.charAt(after)) >= 0) {
            from = after + 1;
        } else {
            return 0;
        }
        int end = from;
        while (end < text.length() && " &\"',;)>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end - from >= SHORTEST_BEARER ? range(from, end) : 0;
    }

    /** {@code user:password} between {@code ://} and {@code @}. */
    private static long login(String text, int from) {
        int end = Math.min(text.length(), from + LONGEST_LOGIN);
        int colon = -1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return colon < 0 ? 0 : range(colon + 1, i);
            }
            if (c == '/' || c == ' ' || c == '?' || c == '&') {
                return 0;
            }
            colon = c == ':' && colon < 0 ? i : colon;
        }
        return 0;
    }
}
