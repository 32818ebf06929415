package io.pumasentinel.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One access line of the capture, ready to be written again at another time.
 *
 * @param bytes the line without its end
 * @param timeAt where its time begins, {@value #TIME_LENGTH} bytes to the second
 * @param second seconds since the capture's midnight
 */
record CapturedLine(byte[] bytes, int timeAt, int second) {
    /** The length of {@code 21/Nov/2026:21:10:25}. */
    static final int TIME_LENGTH = 20;

    private static final String AFTER_TIME = " +0000] \"";

    /** The line with its time found; empty if it is no access line. */
    static Optional<CapturedLine> of(String line) {
        int after = line.lastIndexOf(AFTER_TIME);
        int timeAt = after - TIME_LENGTH;
        if (timeAt < 1 || line.charAt(timeAt - 1) != '[') {
            return Optional.empty();
        }
        int second =
                3600 * number(line, timeAt + 12)
                        + 60 * number(line, timeAt + 15)
                        + number(line, timeAt + 18);
        return Optional.of(
                new CapturedLine(line.getBytes(StandardCharsets.ISO_8859_1), timeAt, second));
    }

    /** This line's bytes at that line's time. */
    CapturedLine at(CapturedLine other) {
        return new CapturedLine(bytes, timeAt, other.second);
    }

    private static int number(String line, int at) {
        return Integer.parseInt(line, at, at + 2, 10);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CapturedLine that
                && timeAt == that.timeAt
                && second == that.second
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
