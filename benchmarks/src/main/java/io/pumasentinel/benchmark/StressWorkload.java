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
import java.util.Locale;
import java.util.Random;

/**
 * Noise at a rate, and good lines among it. A good line is a request to {@value #GOOD_PATH}; noise
 * never is one.
 *
 * @param name how the table calls it
 * @param noise makes the noise
 * @param noisePerSecond lines of noise in a second of event time
 * @param seconds how long it goes on, in seconds of event time
 */
record StressWorkload(String name, Noise noise, int noisePerSecond, int seconds) {
    static final String GOOD_PATH = "/good";

    /** Good lines in a second of event time. */
    static final int GOOD_PER_SECOND = 100;

    private static final long SEED = 20261121;
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 21, 0, 0);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);

    /** One line of noise without its end. */
    interface Noise {
        byte[] line(Random random, String time);
    }

    long good() {
        return (long) GOOD_PER_SECOND * seconds;
    }

    long lines() {
        return good() + (long) noisePerSecond * seconds;
    }

    /** Writes the lines to a new file of {@code folder}. */
    Path write(Path folder) throws IOException {
        Random random = new Random(SEED);
        Path file = Files.createTempFile(folder, "stress", ".log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int second = 0; second < seconds; second++) {
                long epoch = START.toEpochSecond(ZoneOffset.UTC) + second;
                String time = LocalDateTime.ofEpochSecond(epoch, 0, ZoneOffset.UTC).format(TIME);
                writeSecond(out, random, time);
            }
        }
        return file;
    }

    private void writeSecond(OutputStream out, Random random, String time) throws IOException {
        int total = GOOD_PER_SECOND + noisePerSecond;
        for (int i = 0; i < total; i++) {
            boolean good =
                    (long) (i + 1) * GOOD_PER_SECOND / total > (long) i * GOOD_PER_SECOND / total;
            out.write(good ? request(time, random, GOOD_PATH) : noise.line(random, time));
            out.write('\n');
        }
    }

    /** An access line of one of two hundred clients. */
    static byte[] request(String time, Random random, String target) {
        return "[4711] 203.0.113.%d - - [%s +0000] \"GET %s HTTP/1.1\" 200 %d 0.%04d"
                .formatted(
                        1 + random.nextInt(200),
                        time,
                        target,
                        random.nextInt(5000),
                        1 + random.nextInt(300))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
