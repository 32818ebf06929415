package io.pumasentinel.job.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Lines as Puma writes them, at seconds counted from one instant. */
final class PumaLines {

    /** Second 0 of every test. */
    static final long START_MILLIS = Instant.parse("2026-11-21T19:30:00Z").toEpochMilli();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private PumaLines() {}

    /** The event time of a second. */
    static long millis(long second) {
        return START_MILLIS + second * 1000;
    }

    /** An access line, answered with 200. */
    static String access(long second, String path) {
        return access(second, path, 200);
    }

    static String access(long second, String path, int status) {
        return "203.0.113.7 - - [%s] \"GET %s HTTP/1.1\" %d - 0.0188"
                .formatted(TIME.format(Instant.ofEpochMilli(millis(second))), path, status);
    }

    /** A lifecycle line, which tells no time. */
    static String untimed() {
        return "* Listening on http://0.0.0.0:9292";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
