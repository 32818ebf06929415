package io.pumasentinel.event.ingest;

import java.util.List;

/**
 * Removes secrets from what becomes part of an event. Work is linear in the text; a text without
 * secrets comes back as the same string.
 */
final class Redaction {

    static final String MARK = "[REDACTED]";

    private static final int LONGEST_KEY = 64;

    private final SensitiveKeys keys;

    /**
     * @throws IllegalArgumentException if a key has no letter or digit
     */
    Redaction(List<String> redactedKeys) {
        this.keys = SensitiveKeys.of(redactedKeys);
    }

    /** A request path: secret shapes, and the parameters after a {@code ;}. */
    String path(String path) {
        int semicolon = path.indexOf(';');
        boolean parameters = semicolon >= 0 || path.indexOf('&') >= 0 || path.indexOf('=') >= 0;
        return parameters ? text(path) : SecretShapes.redact(path);
    }

    /** A query string, key by key; also its values by shape. */
    String query(String query) {
        StringBuilder out = null;
        int kept = 0;
        int from = 0;
        int equals = -1;
        for (int i = 0; i <= query.length(); i++) {
            char c = i < query.length() ? query.charAt(i) : '&';
            if (c == '=' && equals < 0) {
                equals = i;
            } else if (c == '&' || c == ';') {
                if (equals >= 0 && equals + 1 < i && keys.match(query, from, equals)) {
                    out = out == null ? new StringBuilder(query.length()) : out;
                    out.append(query, kept, equals + 1).append(MARK);
                    kept = i;
                }
                from = i + 1;
                equals = -1;
            }
        }
        String byKey = out == null ? query : out.append(query, kept, query.length()).toString();
        return SecretShapes.redact(byKey);
    }

    /** Free text: {@code key=value}, {@code key: value}, {@code "key":"value"}, header lines. */
    String text(String text) {
        StringBuilder out = null;
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = c == '=' || c == ':' ? valueStart(text, i) : -1;
            int to = from < 0 ? -1 : TextValue.end(text, from, headerBefore(text, i));
            if (to > from) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, from).append(MARK);
                kept = to;
                i = to;
            } else {
                i++;
            }
        }
        String byKey = out == null ? text : out.append(text, kept, text.length()).toString();
        return SecretShapes.redact(byKey);
    }

    /** Where the value of the secret key before {@code separator} begins; -1 if there is none. */
    private int valueStart(String text, int separator) {
        boolean colon = text.charAt(separator) == ':';
        if (colon && separator + 1 < text.length() && text.charAt(separator + 1) == ':') {
            return -1;
        }
        int keyEnd = separator;
        while (keyEnd > 0
                && " \"'\\".indexOf(text.charAt(keyEnd - 1)) >= 0
                && separator - keyEnd < 4) {
            keyEnd--;
        }
        int keyStart = keyEnd;
        while (keyStart > 0
                && keyEnd - keyStart < LONGEST_KEY
                && TextValue.keyChar(text.charAt(keyStart - 1))) {
            keyStart--;
        }
        boolean secret = keyEnd > keyStart && keys.match(text, keyStart, keyEnd);
        return secret ? TextValue.start(text, separator + 1) : -1;
    }

    /** Whether the separator ends a header's name: then the whole rest of the line is its value. */
    private static boolean headerBefore(String text, int separator) {
        return text.charAt(separator) == ':'
                && (endsWith(text, separator, "cookie")
                        || endsWith(text, separator, "authorization"));
    }

    private static boolean endsWith(String text, int end, String name) {
        return text.regionMatches(true, end - name.length(), name, 0, name.length());
    }
}
