package io.pumasentinel.benchmark;

import java.nio.charset.StandardCharsets;

/** What the floor reads of a line, eight fields; mutable and public as Flink's POJOs are. */
public class ScannedLine {
    /** The client's address. */
    public String address = "";

    /** The method. */
    public String method = "";

    /** The path without its query. */
    public String path = "";

    /** The time as it stands in the line. */
    public String time = "";

    /** The status. */
    public int status;

    /** The body's length in bytes. */
    public long bytes;

    /** The duration in tenths of milliseconds. */
    public long duration;

    /** How many lines were added up. */
    public long count = 1;

    /** An empty line. */
    public ScannedLine() {}

    /** Reads a native access line without checking it. */
    static ScannedLine of(byte[] b) {
        ScannedLine line = new ScannedLine();
        int at = b.length;
        int blank = before(b, at, ' ');
        line.duration = number(b, blank + 1, at);
        at = blank;
        blank = before(b, at, ' ');
        line.bytes = number(b, blank + 1, at);
        at = blank;
        blank = before(b, at, ' ');
        line.status = (int) number(b, blank + 1, at);
        int open = after(b, 0, '"');
        int target = after(b, open, ' ');
        int end = target;
        while (end < b.length && b[end] != ' ' && b[end] != '?') {
            end++;
        }
        line.method = text(b, open, target - 1);
        line.path = text(b, target, end);
        int address = after(b, 0, ' ');
        line.address = text(b, address, after(b, address, ' ') - 1);
        int time = after(b, address, '[');
        line.time = text(b, time, time + CapturedLine.TIME_LENGTH);
        return line;
    }

    /** Both lines added up, under this one's texts. */
    ScannedLine plus(ScannedLine other) {
        ScannedLine sum = new ScannedLine();
        sum.address = address;
        sum.method = method;
        sum.path = path;
        sum.time = time;
        sum.status = Math.max(status, other.status);
        sum.bytes = bytes + other.bytes;
        sum.duration = duration + other.duration;
        sum.count = count + other.count;
        return sum;
    }

    private static int before(byte[] b, int end, char wanted) {
        int at = end - 1;
        while (at > 0 && b[at] != wanted) {
            at--;
        }
        return at;
    }

    private static int after(byte[] b, int from, char wanted) {
        int at = from;
        while (at < b.length - 1 && b[at] != wanted) {
            at++;
        }
        return at + 1;
    }

    private static long number(byte[] b, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (b[i] >= '0' && b[i] <= '9') {
                value = 10 * value + b[i] - '0';
            }
        }
        return value;
    }

    private static String text(byte[] b, int from, int to) {
        return new String(b, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }
}
