package io.pumasentinel.event.ingest;

/**
 * Finds e-mail addresses around an {@code @}. A name like {@code logo@2x.png} is a file, a host
 * after {@code //user@} is none either. Addresses with quotes or a bare host are not recognised.
 */
final class EmailAddress {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    private EmailAddress() {}

    /** The address around {@code text[at]} as {@code from << 32 | to}; 0 if there is none. */
    static long around(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_LOCAL && local(text.charAt(from - 1))) {
            from--;
        }
        boolean userInfo = from > 1 && text.charAt(from - 1) == '/' && text.charAt(from - 2) == '/';
        int to = from == at || userInfo ? -1 : domainEnd(text, at + 1);
        return to < 0 ? 0 : (long) from << 32 | to;
    }

    private static int domainEnd(String text, int from) {
        int label = from;
        int i = from;
        int end = -1;
        while (i < text.length() && i - from < LONGEST_DOMAIN) {
            char c = text.charAt(i);
            if (c == '.' && i > label) {
                end = top(text, label, i) && label > from ? i : end;
                label = i + 1;
            } else if (!domain(c)) {
                break;
            }
            i++;
        }
        boolean last = label > from && i > label && top(text, label, i);
        return last ? i : i == label ? end : -1;
    }

    /** Whether a last label is that of a domain and not of a file or a version. */
    private static boolean top(String text, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        boolean encoded = text.startsWith("xn--", from);
        for (int i = from; i < to; i++) {
            char c = (char) (text.charAt(i) | 0x20);
            if (!encoded && c < 128 && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return switch (text.substring(from, to)) {
            case "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp" ->
                    false;
            case "avif", "woff", "ttf", "eot", "otf", "webm", "json", "html", "htm", "xml" -> false;
            case "txt", "pdf", "rb", "min", "yml", "yaml", "erb" -> false;
            default -> true;
        };
    }

    private static boolean local(char c) {
        return domain(c) || c == '.' || c == '_' || c == '+' || c == '\'';
    }

    private static boolean domain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c >= 0x80;
    }
}
