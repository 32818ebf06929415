package io.pumasentinel.job.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Cuts a stream of bytes into lines without making an object for any of them.
 *
 * <p>A line ends at {@code \n}; a {@code \r} before it belongs to the line's end; bytes after the
 * last {@code \n} are a line too. Of a line longer than the limit, {@code limit + 1} bytes are
 * handed out, so that the reader can tell, and the rest is skipped: memory stays bounded by the
 * limit whatever the stream holds. Bytes of a line are valid until the next call of {@link #next}.
 */
final class LineReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int scanned;
    private int filled;
    private int from;
    private int length;
    private long number;
    private boolean ended;
    private boolean damaged;

    /**
     * Reads lines of at most {@code maxBytes} bytes.
     *
     * @throws IllegalArgumentException if {@code maxBytes} is not positive
     */
    LineReader(InputStream in, int maxBytes) {
        if (maxBytes <= 0 || maxBytes > 1 << 28) {
            throw new IllegalArgumentException(
                    "line limit (got %d); allowed: 1 to 2^28 bytes".formatted(maxBytes));
        }
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Moves to the next line; false if there is none. */
    boolean next() throws IOException {
        scanned = start;
        while (true) {
            int end = newline();
            if (end >= 0) {
                return line(end, end + 1);
            }
            if (filled - start > maxBytes + 1) {
                return overlong();
            }
            if (!fill()) {
                return filled > start && line(filled, filled);
            }
        }
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in {@link #buffer()}. */
    int from() {
        return from;
    }

    /** The line's length in bytes, without its end; more than the limit if it was cut. */
    int length() {
        return length;
    }

    /** The line's number, from 1; 0 before the first. */
    long number() {
        return number;
    }

    /** Whether the stream broke off inside compressed data; known once {@link #next} was false. */
    boolean damaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int newline() {
        byte[] bytes = buffer;
        int end = filled;
        for (int i = scanned; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        scanned = end;
        return -1;
    }

    private boolean line(int end, int nextStart) {
        int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        from = start;
        length = Math.min(last - start, maxBytes + 1);
        start = nextStart;
        number++;
        return true;
    }

    /** Keeps the line's head at the front of the buffer and drops everything up to its end. */
    private boolean overlong() throws IOException {
        compact();
        int kept = maxBytes + 1;
        while (true) {
            scanned = kept;
            int end = newline();
            if (end >= 0) {
                return line(end, end + 1);
            }
            filled = kept;
            if (!fill()) {
                return line(filled, filled);
            }
        }
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        compact();
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = read();
        if (read < 0) {
            ended = true;
            return false;
        }
        filled += read;
        return true;
    }

    /** Damaged compressed data ends the stream: what was read before it is still worth having. */
    private int read() throws IOException {
        try {
            return in.read(buffer, filled, buffer.length - filled);
        } catch (EOFException | ZipException e) {
            damaged = true;
            return -1;
        }
    }

    private void compact() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            scanned -= start;
            filled -= start;
            start = 0;
        }
    }
}
