package io.pumasentinel.event.ingest;

import java.util.Arrays;

/** Reads the times of access lines; one that stands in many lines, as seconds do, only once. */
final class LastTime {

    private final byte[] text = new byte[LogTime.CLF_LENGTH];
    private long millis = LogTime.NONE;

    /** As {@link LogTime#clf}. */
    long clf(byte[] b, int at, int length) {
        if (length != LogTime.CLF_LENGTH) {
            return LogTime.clf(b, at, length);
        }
        if (millis == LogTime.NONE || !Arrays.equals(b, at, at + length, text, 0, length)) {
            System.arraycopy(b, at, text, 0, length);
            millis = LogTime.clf(b, at, length);
        }
        return millis;
    }
}
