package io.pumasentinel.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lines to read: a stretch of the capture again and again, each time a stretch later.
 *
 * @param name how the table calls it
 * @param cycle the stretch, in its order
 * @param haste how many of the stretch's seconds pass in one second of the workload
 * @param lines how many lines there are
 */
record Workload(String name, List<CapturedLine> cycle, int haste, long lines) {
    private static final long FIRST_SECOND =
            LocalDateTime.of(2026, 11, 21, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);

    /** Mean lines in one second of event time. */
    double linesPerSecond() {
        return (double) cycle.size() / cycleSeconds();
    }

    /** The same cycle with another number of lines. */
    Workload of(long otherLines) {
        return new Workload(name, cycle, haste, otherLines);
    }

    /** Writes the lines to a new file of {@code folder}. */
    Path write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "lines", ".log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long written = 0;
            for (long start = FIRST_SECOND; written < lines; start += cycleSeconds()) {
                written += writeCycle(out, start, lines - written);
            }
        }
        return file;
    }

    private long writeCycle(OutputStream out, long start, long most) throws IOException {
        int first = cycle.get(0).second();
        long known = Long.MIN_VALUE;
        byte[] time = new byte[0];
        long written = Math.min(most, cycle.size());
        for (CapturedLine line : cycle.subList(0, (int) written)) {
            long second = start + Math.floorDiv(line.second() - first, haste);
            if (second != known) {
                known = second;
                time = text(second);
            }
            int after = line.timeAt() + CapturedLine.TIME_LENGTH;
            out.write(line.bytes(), 0, line.timeAt());
            out.write(time);
            out.write(line.bytes(), after, line.bytes().length - after);
            out.write('\n');
        }
        return written;
    }

    private long cycleSeconds() {
        int first = cycle.get(0).second();
        int last = cycle.get(cycle.size() - 1).second();
        return (last - first) / haste + 1L;
    }

    private static byte[] text(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC)
                .format(TIME)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
