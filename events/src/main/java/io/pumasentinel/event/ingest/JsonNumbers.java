package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Numbers in JSON that may be anything: fractions, huge, digits in a text. */
final class JsonNumbers {

    private static final int MOST_DIGITS = 18;

    private JsonNumbers() {}

    /** The whole number in [least, most]; -1 for anything else. Fractions are cut. */
    static long whole(JsonParser parser, long least, long most) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            long value = fits ? parser.getLongValue() : -1;
            return value >= least && value <= most ? value : -1;
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            return value >= least && value <= most ? (long) value : -1;
        }
        long value = token == JsonToken.VALUE_STRING ? digits(parser.getText()) : -1;
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
    static double fraction(JsonParser parser) throws IOException {
        double value = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
        return value >= 0 && value <= Double.MAX_VALUE ? value : Double.NaN;
    }
}
