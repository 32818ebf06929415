package io.pumasentinel.cli;

import java.io.PrintWriter;

/**
 * One line on standard error that tells how far a long work is: rewritten in place on a terminal,
 * appended every few seconds elsewhere.
 */
final class ProgressLine {
    private static final long APPEND_EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean quiet;
    private long lastNanos = Long.MIN_VALUE;
    private int width;

    ProgressLine(PrintWriter err, boolean terminal, boolean quiet) {
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Shows {@code text}; on a file or pipe not more often than every five seconds. */
    void show(String text) {
        if (quiet) {
            return;
        }
        if (terminal) {
            err.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
            err.flush();
            width = text.length();
            return;
        }
        long now = System.nanoTime();
        if (lastNanos == Long.MIN_VALUE || now - lastNanos >= APPEND_EVERY_NANOS) {
            err.println(text);
            err.flush();
            lastNanos = now;
        }
    }

    /** Removes the line, so that something else can be printed. */
    void clear() {
        if (terminal && width > 0) {
            err.print('\r' + " ".repeat(width) + '\r');
            err.flush();
            width = 0;
        }
    }
}
