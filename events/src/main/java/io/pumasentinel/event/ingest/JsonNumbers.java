package io.pumasentinel.event.ingest;

/** Numbers in JSON that may be anything: fractions, huge, digits in a text. */
final class JsonNumbers {

    private static final int MOST_DIGITS = 18;

    private JsonNumbers() {}

    /** The whole number in [least, most]; -1 for anything else. Fractions are cut. */
    static long whole(JsonCursor json, long least, long most) {
        if (json.isWhole()) {
            long value = json.whole();
            return value >= least && value <= most ? value : -1;
        }
        if (json.isNumber()) {
            double value = json.number();
            return value >= least && value <= most ? (long) value : -1;
        }
        long value = json.isText() ? digits(json.text()) : -1;
        return value >= least && value <= most ? value : -1;
    }

    private static long digits(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The number if it is not negative and finite; NaN for anything else. */
    static double fraction(JsonCursor json) {
        double value = json.isNumber() ? json.number() : Double.NaN;
        return value >= 0 && value <= Double.MAX_VALUE ? value : Double.NaN;
    }
}
