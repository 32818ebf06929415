package io.pumasentinel.event.ingest;

/**
 * The usual form of a request's id (RFC 9562). No secret has it, so it need not be searched for
 * one: no group but the last has more than eight characters, and what is no hexadecimal digit is a
 * single dash, so that neither a card's number in its groups nor any other shape fits.
 */
final class Uuid {

    private static final int LENGTH = 36;
    private static final boolean[] HEX = hex();

    private Uuid() {}

    static boolean is(String text) {
        return is(text, 0, text.length());
    }

    static boolean is(String text, int from, int to) {
        if (to - from != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : c > 'f' || !HEX[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] hex() {
        boolean[] hex = new boolean['f' + 1];
        for (char c = 0; c < hex.length; c++) {
            hex[c] = Percent.digit(c) >= 0;
        }
        return hex;
    }
}
