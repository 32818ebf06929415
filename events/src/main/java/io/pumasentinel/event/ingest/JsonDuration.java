package io.pumasentinel.event.ingest;

/** Durations as numbers of a known unit or as text that carries its unit, {@code 4.585ms}. */
final class JsonDuration {

    private static final int LONGEST = 24;

    private JsonDuration() {}

    /** Nanoseconds, rounded; -1 for what is no duration. */
    static long nanos(JsonCursor json, TimeUnitName unit) {
        if (json.isWhole() && unit == TimeUnitName.NS) {
            return JsonNumbers.whole(json, 0, Long.MAX_VALUE);
        }
        if (json.isNumber()) {
            return scaled(json.number(), unit);
        }
        return json.isText() ? text(json.text(), unit) : -1;
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
