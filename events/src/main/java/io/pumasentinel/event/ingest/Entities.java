package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Undoes HTML's character references where they hide what markup is made of: numbers (decimal or
 * hexadecimal, with or without the semicolon) and the few names that stand for ASCII punctuation
 * (only with the semicolon, or a parameter that is called like one would change). One pass, linear.
 */
final class Entities {

    /** Leading zeros are a way around filters; browsers accept any number of them. */
    private static final int LONGEST = 24;

    private Entities() {}

    /** The same string where there is none. */
    static String decode(String text) {
        int mark = next(text, 0);
        if (mark < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (mark >= 0) {
            out.append(text, from, mark);
            int end =
                    text.charAt(mark + 1) == '#'
                            ? numeric(text, mark, out)
                            : named(text, mark, out);
            if (end < 0) {
                out.append('&');
                end = mark + 1;
            }
            from = end;
            mark = next(text, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Where an ampersand stands that a number or a known name may follow; -1 if nowhere. */
    private static int next(String text, int from) {
        int at = text.indexOf('&', from);
        while (at >= 0 && at + 3 < text.length()) {
            if (text.charAt(at + 1) == '#' || nameAt(text, at + 1) != null) {
                return at;
            }
            at = text.indexOf('&', at + 1);
        }
        return -1;
    }

    private static int numeric(String text, int mark, StringBuilder out) {
        int i = mark + 2;
        boolean hex = (text.charAt(i) | 0x20) == 'x';
        i += hex ? 1 : 0;
        int start = i;
        int limit = Math.min(text.length(), mark + LONGEST);
        int point = 0;
        while (i < limit) {
            int digit = Percent.digit(text.charAt(i));
            if (digit < 0 || (!hex && digit > 9)) {
                break;
            }
            point = Math.min(point * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
            i++;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (i == start || surrogate || !Character.isValidCodePoint(point)) {
            return -1;
        }
        out.appendCodePoint(point);
        return i < text.length() && text.charAt(i) == ';' ? i + 1 : i;
    }

    private static int named(String text, int mark, StringBuilder out) {
        String name = nameAt(text, mark + 1);
        if (name == null) {
            return -1;
        }
        out.append(meaning(name));
        return mark + 1 + name.length();
    }

    private static @Nullable String nameAt(String text, int at) {
        return switch (text.charAt(at) | 0x20) {
            case 'l' -> either(text, at, "lt;", "lpar;");
            case 'g' -> either(text, at, "gt;", "gt;");
            case 'q' -> either(text, at, "quot;", "quot;");
            case 'a' -> either(text, at, "apos;", "amp;");
            case 's' -> either(text, at, "sol;", "semi;");
            case 'b' -> either(text, at, "bsol;", "bsol;");
            case 'c' -> either(text, at, "colon;", "colon;");
            case 'r' -> either(text, at, "rpar;", "rpar;");
            case 't' -> either(text, at, "tab;", "tab;");
            case 'n' -> either(text, at, "newline;", "nbsp;");
            case 'p' -> either(text, at, "period;", "period;");
            default -> null;
        };
    }

    private static @Nullable String either(String text, int at, String one, String other) {
        if (text.regionMatches(true, at, one, 0, one.length())) {
            return one;
        }
        return text.regionMatches(true, at, other, 0, other.length()) ? other : null;
    }

    private static char meaning(String name) {
        return switch (name) {
            case "lt;" -> '<';
            case "gt;" -> '>';
            case "quot;" -> '"';
            case "apos;" -> '\'';
            case "amp;" -> '&';
            case "sol;" -> '/';
            case "bsol;" -> '\\';
            case "semi;" -> ';';
            case "colon;" -> ':';
            case "lpar;" -> '(';
            case "rpar;" -> ')';
            case "tab;" -> '\t';
            case "newline;" -> '\n';
            case "period;" -> '.';
            default -> ' ';
        };
    }
}
