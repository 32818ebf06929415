package io.pumasentinel.event.ingest;

import java.util.Base64;

/**
 * Finds values that are secrets by their shape, whatever they are called. Looked at only where a
 * character stands that each of them holds and that ordinary text seldom does.
 */
final class SecretShapes {

    private static final int KEY_ID_LENGTH = 20;
    private static final int SHORTEST_BEARER = 8;
    private static final int SHORTEST_TAIL = 16;
    private static final int LONGEST_LOGIN = 256;

    private final Cuts cuts;

    SecretShapes(Cuts cuts) {
        this.cuts = cuts;
    }

    /** The secret around the {@code J} of {@code eyJ}; where to go on. */
    int token(String text, int at) {
        if (at < 2 || text.charAt(at - 1) != 'y' || text.charAt(at - 2) != 'e') {
            return at + 1;
        }
        int first = runEnd(text, at);
        if (first - at < 6 || first >= text.length() || text.charAt(first) != '.') {
            return first;
        }
        int second = runEnd(text, first + 1);
        boolean third = second < text.length() && text.charAt(second) == '.';
        boolean whole = second > first + 1 && (third || text.startsWith("eyJ", first + 1));
        if (!whole) {
            return first;
        }
        return cut(SecretKind.JWT, at - 2, third ? runEnd(text, second + 1) : second);
    }

    /** The secret around the {@code I} of {@code AKIA}, {@code ASIA} or {@code AIza}. */
    int keyId(String text, int at) {
        if (text.startsWith("AIza", at - 1)) {
            return tail(SecretKind.GOOGLE_KEY, text, at - 1, at + 3, true);
        }
        if (!text.startsWith("AKIA", at - 2) && !text.startsWith("ASIA", at - 2)) {
            return at + 1;
        }
        int from = at - 2;
        int end = from;
        while (end < text.length() && end < from + KEY_ID_LENGTH && keyIdChar(text.charAt(end))) {
            end++;
        }
        boolean broken = end == text.length() && end > from + 4;
        return end == from + KEY_ID_LENGTH || broken ? cut(SecretKind.AWS_KEY, from, end) : at + 1;
    }

    /** The secret whose prefix ends or has its first {@code _} at {@code at}. */
    int underscore(String text, int at) {
        if (at < 3) {
            return at == 2 ? stripe(text, at) : at + 1;
        }
        return switch (text.charAt(at - 1)) {
            case 'k' -> stripe(text, at);
            case 'p', 'o', 'u', 's', 'r' -> github(text, at);
            case 'b' ->
                    text.startsWith("github_pat_", at - 6)
                            ? tail(SecretKind.GITHUB_TOKEN, text, at - 6, at + 5, true)
                            : at + 1;
            case 'c' ->
                    text.startsWith("whsec", at - 5)
                            ? tail(SecretKind.STRIPE_KEY, text, at - 5, at + 1, true)
                            : at + 1;
            case 'm' ->
                    text.startsWith("npm", at - 3)
                            ? tail(SecretKind.NPM_TOKEN, text, at - 3, at + 1, false)
                            : at + 1;
            default -> at + 1;
        };
    }

    private int stripe(String text, int at) {
        boolean start = text.startsWith("sk", at - 2) || text.startsWith("rk", at - 2);
        boolean secret =
                start && (text.startsWith("live_", at + 1) || text.startsWith("test_", at + 1));
        return secret ? tail(SecretKind.STRIPE_KEY, text, at - 2, at + 6, true) : at + 1;
    }

    private int github(String text, int at) {
        return text.startsWith("gh", at - 3)
                ? tail(SecretKind.GITHUB_TOKEN, text, at - 3, at + 1, true)
                : at + 1;
    }

    /** The secret whose prefix ends with the {@code -} at {@code at}. */
    int dash(String text, int at) {
        if (at > 3) {
            char before = text.charAt(at - 1);
            boolean slack =
                    text.charAt(at - 4) == 'x'
                            && (text.startsWith("xapp", at - 4)
                                    || (text.startsWith("xox", at - 4)
                                            && "abeprs".indexOf(before) >= 0));
            if (slack) {
                return tail(SecretKind.SLACK_TOKEN, text, at - 4, at + 1, true);
            }
            if (before == 't' && text.startsWith("glpat", at - 5)) {
                return tail(SecretKind.GITLAB_TOKEN, text, at - 5, at + 1, true);
            }
        }
        boolean five = text.startsWith("--", at) && text.startsWith("-----BEGIN ", at);
        return five ? privateKey(text, at) : at + 1;
    }

    /** The credentials after the blank that follows {@code Bearer} or {@code Basic}. */
    int blank(String text, int at) {
        if (text.regionMatches(true, at - 6, "bearer", 0, 6)) {
            return bearer(text, at + 1);
        }
        return text.regionMatches(true, at - 5, "basic", 0, 5) ? basic(text, at + 1) : at + 1;
    }

    private int bearer(String text, int from) {
        int end = from;
        while (end < text.length() && " &\"',;)>\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end - from >= SHORTEST_BEARER ? cut(SecretKind.AUTHORIZATION, from, end) : from;
    }

    private int basic(String text, int from) {
        int end = from;
        while (end < text.length() && base64(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return login(text, from, end) ? cut(SecretKind.AUTHORIZATION, from, end) : from;
    }

    /** The password between {@code ://user:} and the last {@code @} before the path. */
    int login(String text, int at) {
        if (!text.startsWith("://", at)) {
            return at + 1;
        }
        int from = at + 3;
        int end = Math.min(text.length(), from + LONGEST_LOGIN);
        int colon = -1;
        int host = -1;
        for (int i = from; i < end && "/ ?&\"<>".indexOf(text.charAt(i)) < 0; i++) {
            colon = text.charAt(i) == ':' && colon < 0 ? i : colon;
            host = text.charAt(i) == '@' ? i : host;
        }
        if (colon < 0 || host <= colon + 1) {
            return from;
        }
        // Behind the @, or it would be taken for that of an e-mail address.
        return Math.max(cut(SecretKind.URL_PASSWORD, colon + 1, host), host + 1);
    }

    /** The card number that begins with the first digit of a run; where to go on. */
    int digits(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int card = end - at < 4 ? -1 : CardNumber.end(text, at, end);
        return card < 0 ? end : cut(SecretKind.CARD, at, card);
    }

    /** The e-mail address around an {@code @}. */
    int email(String text, int at) {
        long range = EmailAddress.around(text, at);
        return range == 0 ? at + 1 : cut(SecretKind.EMAIL, (int) (range >>> 32), (int) range);
    }

    private int cut(SecretKind kind, int from, int to) {
        cuts.add(from, to, kind.text());
        return Math.max(to, from + 1);
    }

    /** A line that broke off inside a secret still holds half of it. */
    private int tail(SecretKind kind, String text, int from, int tailFrom, boolean broken) {
        int end = runEnd(text, tailFrom);
        boolean secret =
                end - tailFrom >= SHORTEST_TAIL
                        || (broken
                                && end == text.length()
                                && end > tailFrom
                                && (from == 0 || !tokenChar(text.charAt(from - 1))));
        return secret ? cut(kind, from, end) : tailFrom;
    }

    private int privateKey(String text, int at) {
        int near = Math.min(text.length(), at + 60);
        int title = text.substring(at, near).indexOf("PRIVATE KEY-----");
        if (title < 0) {
            return at + 11;
        }
        int from = at + title + 16;
        int end = text.indexOf("-----END", from);
        return cut(SecretKind.PRIVATE_KEY, from, end < 0 ? text.length() : end);
    }

    private static int runEnd(String text, int at) {
        int i = Math.min(at, text.length());
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

    private static boolean keyIdChar(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean base64(char c) {
        return tokenChar(c) || c == '+' || c == '/';
    }

    /** Whether {@code text[from, to)} encodes {@code user:password}, or the beginning of it. */
    private static boolean login(String text, int from, int to) {
        int whole = (to - from) / 4 * 4;
        try {
            byte[] decoded = Base64.getDecoder().decode(text.substring(from, from + whole));
            for (byte b : decoded) {
                if (b == ':') {
                    return true;
                }
            }
        } catch (IllegalArgumentException e) {
            // No base64: an ordinary word.
            return false;
        }
        return false;
    }
}
