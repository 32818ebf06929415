package io.pumasentinel.job.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Lines of loggers, pollers and shippers with places for a secret, of the list {@code
 * planted/records.txt}. A row's first word tells what becomes of it: {@code line} a document of its
 * own that names what it lost; {@code dropped} one from which nothing had to be cut, because the
 * secret's field is not read; {@code sample} a document under another id; {@code rails} a part of
 * what several lines say.
 */
final class PlantedRecords {

    private static final List<String> ROWS = rows();
    static final int PLACES = ROWS.size();

    private static final DateTimeFormatter RAILS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private PlantedRecords() {}

    static boolean is(int place, String fate) {
        return place >= 0 && ROWS.get(place).startsWith(fate + " ");
    }

    /** The line of a place around a secret. */
    static String line(int place, PlantedSecret s, Instant at, int number) {
        String row = ROWS.get(place);
        String key = s.key().isEmpty() ? "note" : plainKey(s);
        return row.substring(row.indexOf(' ') + 1)
                .replace("{iso}", at.toString())
                .replace("{clf}", PlantedLines.CLF.format(at))
                .replace("{ruby}", PlantedLines.RUBY.format(at))
                .replace("{rails}", RAILS.format(at))
                .replace("{seconds}", String.valueOf(at.getEpochSecond()))
                .replace("{micros}", at.getEpochSecond() + "000000")
                .replace("{id}", s.key().isEmpty() ? s.value() : "1")
                .replace("{client}", PlantedLines.client(number))
                .replace("{eclient}", PlantedLines.client(number).replace(":", "%3A"))
                .replace("{n}", String.valueOf(number))
                .replace("{param}", s.parameter())
                .replace("{json}", "\"" + key + "\":\"" + s.value() + "\"")
                .replace("{hash}", "\"" + key + "\"=>\"" + s.value() + "\"")
                .replace("{jtext}", s.text().replace("\"", "\\\""))
                .replace("{text}", s.text())
                .replace("{value}", s.value());
    }

    private static String plainKey(PlantedSecret s) {
        return s.key().replace("%25", "%").replace("%77", "w");
    }

    private static List<String> rows() {
        try (InputStream in = PlantedRecords.class.getResourceAsStream("/planted/records.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
