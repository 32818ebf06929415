package io.pumasentinel.event.ingest;

/**
 * A backtrace, a frame a line. Frames are code, so that {@code cookies.rb:697:in `call'} is no
 * cookie; other lines between them may be anything.
 */
final class Backtrace {

    private Backtrace() {}

    /** The same without secrets. */
    static String redacted(String trace, Redaction redaction) {
        StringBuilder out = new StringBuilder(trace.length());
        int from = 0;
        while (from <= trace.length()) {
            int newline = trace.indexOf('\n', from);
            int to = newline < 0 ? trace.length() : newline;
            String line = trace.substring(from, to);
            out.append(from == 0 ? "" : "\n");
            int place = placeEnd(line);
            out.append(redaction.text(place < 0 ? line : line.substring(0, place)));
            out.append(place < 0 ? "" : line.substring(place));
            from = to + 1;
        }
        return out.toString();
    }

    /**
     * Where the path of {@code path:line:in `method'} ends, with a quote or a backtick before the
     * name; -1 if something stands behind it, or a key with a value before it.
     */
    private static int placeEnd(String line) {
        int in = line.indexOf(":in ");
        int digits = in;
        while (digits > 0 && line.charAt(digits - 1) >= '0' && line.charAt(digits - 1) <= '9') {
            digits--;
        }
        boolean numbered = in > 0 && digits < in && digits > 1 && line.charAt(digits - 1) == ':';
        boolean frame =
                numbered
                        && line.endsWith("'")
                        && line.indexOf('\'', in + 5) == line.length() - 1
                        && line.indexOf('=') < 0
                        && line.indexOf('&') < 0
                        && line.indexOf(';') < 0
                        && line.indexOf(": ") < 0;
        return frame ? digits - 1 : -1;
    }
}
