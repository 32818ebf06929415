package io.pumasentinel.event.ingest;

/**
 * One pass over a text that finds its secrets, by key and by shape. Most characters cost one look
 * into a table. Work is linear in the text.
 */
final class SecretScan {

    private static final int LONGEST_KEY = 64;
    private static final byte SEPARATOR = 1;
    private static final byte PARAMETER = 2;
    private static final byte DIGIT = 3;
    private static final byte BLANK = 4;
    private static final byte UNDERSCORE = 5;
    private static final byte DASH = 6;
    private static final byte AT = 7;
    private static final byte CAPITAL_I = 8;
    private static final byte CAPITAL_J = 9;
    private static final byte[] CLASSES = classes();

    private final SensitiveKeys keys;
    private final Cuts cuts;
    private final SecretShapes shapes;
    private final boolean emails;

    SecretScan(SensitiveKeys keys, Cuts cuts, boolean emails) {
        this.keys = keys;
        this.cuts = cuts;
        this.shapes = new SecretShapes(cuts);
        this.emails = emails;
    }

    /**
     * Adds what is found to the cuts.
     *
     * @param query whether the text is a query or a URL: then a parameter's name is everything
     *     before its {@code =}, and its value ends with the parameter
     */
    void scan(String text, boolean query) {
        int length = text.length();
        int parameter = query ? 0 : -1;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            int type = c < 128 ? CLASSES[c] : 0;
            if (type == 0) {
                i++;
            } else if (type == PARAMETER) {
                i++;
                parameter = query ? i : -1;
            } else if (type == SEPARATOR) {
                boolean named = c == '=' && parameter >= 0;
                i = separator(text, i, named ? parameter : -1, query);
                parameter = named ? -1 : parameter;
            } else {
                i = shape(text, i, type);
            }
        }
    }

    private int shape(String text, int at, int type) {
        return switch (type) {
            case DIGIT -> shapes.digits(text, at);
            case BLANK -> blank(text, at);
            case UNDERSCORE -> shapes.underscore(text, at);
            case DASH -> shapes.dash(text, at);
            case CAPITAL_I -> shapes.keyId(text, at);
            case CAPITAL_J -> shapes.token(text, at);
            default -> emails ? shapes.email(text, at) : at + 1;
        };
    }

    private int blank(String text, int at) {
        int before = at < 5 ? 0 : text.charAt(at - 1) | 0x20;
        return before == 'r' || before == 'c' ? shapes.blank(text, at) : at + 1;
    }

    /** Where to go on after a separator: behind the value if its key is a secret's. */
    private int separator(String text, int at, int parameter, boolean query) {
        boolean colon = text.charAt(at) == ':';
        if (colon && at + 1 < text.length() && text.charAt(at + 1) == ':') {
            return at + 2;
        }
        int key = parameter >= 0 ? keys.find(text, parameter, at) : textKey(text, at, colon);
        if (key < 0) {
            return colon ? shapes.login(text, at) : at + 1;
        }
        boolean value = query && !colon;
        int from = value ? at + 1 : TextValue.start(text, at + 1);
        int to =
                value
                        ? TextValue.parameterEnd(text, from)
                        : TextValue.end(text, from, header(text, at));
        if (to <= from) {
            return at + 1;
        }
        cuts.add(from, to, keys.name(key));
        return to;
    }

    private int textKey(String text, int separator, boolean colon) {
        int to = separator;
        while (to > 0 && " \"'\\".indexOf(text.charAt(to - 1)) >= 0 && separator - to < 4) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST_KEY && TextValue.keyChar(text.charAt(from - 1))) {
            from--;
        }
        // Ruby's Errors::InvalidToken: is a class and what follows is its message.
        boolean type = colon && from > 1 && text.startsWith("::", from - 2);
        return to > from && !type ? keys.find(text, from, to) : -1;
    }

    /** Whether the separator ends a header's name: then the whole rest of the line is its value. */
    private static boolean header(String text, int separator) {
        return text.charAt(separator) == ':'
                && (endsWith(text, separator, "cookie")
                        || endsWith(text, separator, "authorization"));
    }

    private static boolean endsWith(String text, int end, String name) {
        return text.regionMatches(true, end - name.length(), name, 0, name.length());
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT;
        }
        classes['='] = SEPARATOR;
        classes[':'] = SEPARATOR;
        classes['&'] = PARAMETER;
        classes[';'] = PARAMETER;
        classes['?'] = PARAMETER;
        classes[' '] = BLANK;
        classes['+'] = BLANK;
        classes['_'] = UNDERSCORE;
        classes['-'] = DASH;
        classes['@'] = AT;
        classes['I'] = CAPITAL_I;
        classes['J'] = CAPITAL_J;
        return classes;
    }
}
