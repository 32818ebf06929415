package io.pumasentinel.event.ingest;

/**
 * Finds numbers of payment cards: digits in a row or in the groups that are printed on cards, of an
 * issuer that exists, with the check digit of ISO/IEC 7812-1 (Luhn). One number in ten has the
 * right check digit by chance; issuer and length leave one in some thirty.
 */
final class CardNumber {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int[][] GROUPS = {{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}};

    private CardNumber() {}

    /**
     * Where the card number ends that begins at {@code at}, a digit after none; -1 if none does.
     */
    static int end(String text, int at, int runEnd) {
        int run = runEnd - at;
        if (at > 0 && partOfMore(text, at - 1, at - 2)) {
            return -1;
        }
        if (run >= SHORTEST && run <= LONGEST) {
            boolean alone = runEnd == text.length() || !partOfMore(text, runEnd, runEnd + 1);
            return alone && valid(text, at, runEnd) ? runEnd : -1;
        }
        if (run != 4 || runEnd >= text.length() || " -+.".indexOf(text.charAt(runEnd)) < 0) {
            return -1;
        }
        for (int[] groups : GROUPS) {
            int end = grouped(text, at, groups, text.charAt(runEnd));
            if (end > 0 && valid(text, at, end)) {
                return end;
            }
        }
        return -1;
    }

    /** Whether a letter, or a separator with a digit beyond it, touches the number. */
    private static boolean partOfMore(String text, int at, int beyond) {
        char c = text.charAt(at);
        boolean digitBeyond = beyond >= 0 && beyond < text.length() && digit(text.charAt(beyond));
        return Character.isLetterOrDigit(c) || ((c == '.' || c == '-') && digitBeyond);
    }

    private static int grouped(String text, int at, int[] groups, char separator) {
        int i = at;
        for (int g = 0; g < groups.length; g++) {
            if (g > 0) {
                if (i >= text.length() || text.charAt(i) != separator) {
                    return -1;
                }
                i++;
            }
            int end = i + groups[g];
            while (i < end && i < text.length() && digit(text.charAt(i))) {
                i++;
            }
            if (i < end) {
                return -1;
            }
        }
        return i < text.length() && partOfMore(text, i, i + 1) ? -1 : i;
    }

    private static boolean valid(String text, int from, int to) {
        int sum = 0;
        int digits = 0;
        for (int i = to - 1; i >= from; i--) {
            if (digit(text.charAt(i))) {
                int value = text.charAt(i) - '0';
                int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
                sum += digits % 2 == 1 ? doubled : value;
                digits++;
            }
        }
        return sum % 10 == 0 && issued(prefix(text, from), digits);
    }

    /** The first four digits. */
    private static int prefix(String text, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** Visa, Mastercard, American Express, Diners, JCB, Discover, UnionPay, Maestro. */
    private static boolean issued(int prefix, int digits) {
        int two = prefix / 100;
        if (two >= 40 && two <= 49) {
            return digits == 13 || digits == 16 || digits == 19;
        }
        if ((two >= 51 && two <= 55) || (prefix >= 2221 && prefix <= 2720)) {
            return digits == 16;
        }
        if (two == 34 || two == 37) {
            return digits == 15;
        }
        if (two == 36 || two == 38 || two == 39 || (prefix >= 3000 && prefix <= 3059)) {
            return digits == 14 || digits == 16;
        }
        boolean long16 = (prefix >= 3528 && prefix <= 3589) || two == 60 || two == 62;
        boolean others = two == 64 || two == 65 || two == 50 || (two >= 56 && two <= 58);
        return (long16 || others || two == 63 || two == 67) && digits >= 16;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
