package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Durations as numbers of a known unit or as text that carries its unit, {@code 4.585ms}. */
final class JsonDuration {

    private static final int LONGEST = 24;

    private JsonDuration() {}

    /** Nanoseconds, rounded; -1 for what is no duration. */
    static long nanos(JsonParser parser, TimeUnitName unit) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && unit == TimeUnitName.NS) {
            return JsonNumbers.whole(parser, 0, Long.MAX_VALUE);
        }
        if (token.isNumeric()) {
            return scaled(parser.getDoubleValue(), unit);
        }
        return token == JsonToken.VALUE_STRING ? text(parser.getText(), unit) : -1;
    }

    /** A double holds durations of up to 50 days to the nanosecond. */
    private static long scaled(double value, TimeUnitName unit) {
        double nanos = value * unit.nanos();
        return nanos >= 0 && nanos < Long.MAX_VALUE ? Math.round(nanos) : -1;
    }

    private static long text(String text, TimeUnitName unit) {
        int end = 0;
        int dots = 0;
        while (end < text.length() && end < LONGEST && numeric(text.charAt(end))) {
            dots += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        if (end == dots || dots > 1) {
            return -1;
        }
        double value = Double.parseDouble(text.substring(0, end));
        return switch (text.substring(end).strip()) {
            case "" -> scaled(value, unit);
            case "ns" -> scaled(value, TimeUnitName.NS);
            case "us", "\u00b5s", "\u03bcs" -> scaled(value, TimeUnitName.US);
            case "ms" -> scaled(value, TimeUnitName.MS);
            case "s" -> scaled(value, TimeUnitName.S);
            default -> -1;
        };
    }

    private static boolean numeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }
}
