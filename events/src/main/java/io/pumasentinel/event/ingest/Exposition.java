package io.pumasentinel.event.ingest;

/**
 * Reads Prometheus's text exposition line by line: {@code name{label="value",…} number [time]}.
 * Comments, foreign metrics and malformed lines are passed over. Times of samples are ignored.
 */
final class Exposition {

    private static final int LONGEST_NAME = 128;

    /** Takes the samples of metrics whose name begins with {@code puma_}. */
    interface Sink {
        /**
         * One sample.
         *
         * @param name the metric's name without {@code puma_}
         * @param index the worker's index; -1 without such a label
         * @param pid the label {@code pid}; -1 without it
         * @param value what stands there, also negative, infinite or no number
         */
        void sample(String name, int index, int pid, double value);
    }

    private static final String PREFIX = "puma_";
    private static final String RUBY_PREFIX = "ruby_puma_";

    private Exposition() {}

    static void read(String text, Sink sink) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            line(text, from, to, sink);
            from = to + 1;
        }
    }

    private static void line(String text, int from, int to, Sink sink) {
        int at = from;
        if (text.startsWith(RUBY_PREFIX, from)) {
            at += RUBY_PREFIX.length();
        } else if (text.startsWith(PREFIX, from)) {
            at += PREFIX.length();
        } else {
            return;
        }
        int nameEnd = at;
        while (nameEnd < to && nameChar(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == at || nameEnd - at > LONGEST_NAME || nameEnd >= to) {
            return;
        }
        boolean labelled = text.charAt(nameEnd) == '{';
        int close = labelled ? labelsEnd(text, nameEnd + 1, to) : nameEnd;
        if (close < 0) {
            return;
        }
        sink.sample(
                text.substring(at, nameEnd),
                labelled ? label(text, nameEnd, close, "index") : -1,
                labelled ? label(text, nameEnd, close, "pid") : -1,
                value(text, labelled ? close + 1 : close, to));
    }

    /** The closing brace, which no quoted value hides; -1 if it is missing. */
    private static int labelsEnd(String text, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** The whole number of a label; -1 if it is missing or no number. */
    private static int label(String text, int open, int close, String name) {
        int at = open;
        while ((at = text.indexOf(name + "=\"", at + 1)) > 0 && at < close) {
            char before = text.charAt(at - 1);
            if (before == '{' || before == ',' || before == ' ') {
                int from = at + name.length() + 2;
                int quote = text.indexOf('"', from);
                double value =
                        quote < 0 ? Double.NaN : RailsNumbers.decimal(text.substring(from, quote));
                return value <= Integer.MAX_VALUE ? (int) value : -1;
            }
        }
        return -1;
    }

    private static double value(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < to && text.charAt(end) != ' ' && text.charAt(end) != '\r') {
            end++;
        }
        try {
            return end - start > 32 ? Double.NaN : Double.parseDouble(text.substring(start, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean nameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
    }
}
