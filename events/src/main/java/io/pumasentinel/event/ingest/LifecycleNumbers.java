package io.pumasentinel.event.ingest;

/** Numbers and times inside lifecycle lines. */
final class LifecycleNumbers {

    private static final int MOST_DIGITS = 9;

    private LifecycleNumbers() {}

    /** The number right after {@code label}; -1 if there is none. */
    static int after(String text, String label) {
        int at = text.indexOf(label);
        if (at < 0) {
            return -1;
        }
        int start = at + label.length();
        int value = -1;
        for (int i = start; i < text.length() && i < start + MOST_DIGITS; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            value = Math.max(value, 0) * 10 + c - '0';
        }
        return value;
    }

    /** The time in {@code === puma shutdown: TIME ===}. */
    static long time(byte[] b, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (b[i] == ':') {
                return LogTime.ruby(b, i + 2, to);
            }
        }
        return LogTime.NONE;
    }
}
