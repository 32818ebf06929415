package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 600 secrets and as many clients in lines of loggers, pollers and shippers, through {@code
 * analyze}: none of them is in its report, in its documents, or in what it prints.
 */
class PlantedAnalysisIT {
    private static final Path RECORDS =
            Path.of("..", "jobs", "src", "test", "resources", "planted", "records.txt");
    private static final int SECRETS = 600;
    private static final String LETTERS =
            "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final long START = 1_795_290_000L;
    private static final List<String> CLIENTS = List.of("198.18.", "2001:db8:");

    private final Random random = new Random(20261126);
    private final List<String> hidden = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void neitherASecretNorAClientIsInWhatAnalyzeWrites(@TempDir Path folder) throws IOException {
        plant();
        Path out = folder.resolve("out");
        Path key = Files.writeString(folder.resolve("key"), letters(40));
        String redaction =
                "ingest: {redaction: {mode: token, addresses: token, key: \"${file:"
                        + key
                        + "}\"}}";
        Path config = Files.writeString(folder.resolve("sentinel.yaml"), redaction);
        Path log = Files.write(folder.resolve("puma.log"), lines);

        CommandRun run =
                CommandRun.of(
                        "analyze",
                        "--events",
                        "--config",
                        config.toString(),
                        "--out",
                        out.toString(),
                        log.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        none("standard output", run.out());
        none("standard error", run.err());
        try (Stream<Path> files = Files.list(out)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .contains(
                            "report.html",
                            "events.ndjson",
                            "windows.ndjson",
                            "dead-letters.ndjson");
            for (Path file : all) {
                none(file.toString(), Files.readString(file));
            }
        }
        String events = Files.readString(out.resolve("events.ndjson"));
        assertThat(events).contains("tok_password_").contains("\"fd").contains("[\"address\"");
    }

    private void none(String where, String text) {
        assertThat(hidden.stream().filter(text::contains)).as(where).isEmpty();
        assertThat(CLIENTS.stream().filter(text::contains)).as(where).isEmpty();
    }

    private void plant() throws IOException {
        List<String> rows = Files.readAllLines(RECORDS);
        for (int i = 0; i < SECRETS; i++) {
            String secret = letters(24);
            hidden.add(secret);
            int shape = i / rows.size() % 3;
            String value =
                    switch (shape) {
                        case 0 -> secret;
                        case 1 -> "ghp_" + secret + "abcdefgh1234";
                        default -> "eyJhbGciOiJIUzI1NiJ9.eyJ" + secret + ".Sflk_xwRJSM";
                    };
            lines.add(line(rows.get(i % rows.size()), i, shape == 0 ? "password" : "q", value));
        }
        for (int i = 0; i < SECRETS; i++) {
            assertThat(lines.get(i)).contains(hidden.get(i));
        }
    }

    private static String line(String row, int number, String key, String value) {
        Instant at = Instant.ofEpochSecond(START + number);
        String client =
                number % 3 == 0
                        ? CLIENTS.get(1) + Integer.toHexString(number) + "::1"
                        : CLIENTS.get(0) + number / 250 + "." + (1 + number % 250);
        String text = key + ": " + value + " given";
        return row.substring(row.indexOf(' ') + 1)
                .replace("{iso}", at.toString())
                .replace("{clf}", format("dd/MMM/yyyy:HH:mm:ss +0000", at))
                .replace("{ruby}", format("yyyy-MM-dd HH:mm:ss +0000", at))
                .replace("{rails}", format("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", at))
                .replace("{seconds}", String.valueOf(at.getEpochSecond()))
                .replace("{micros}", at.getEpochSecond() + "000000")
                .replace("{id}", key.equals("q") ? value : "1")
                .replace("{client}", client)
                .replace("{eclient}", client.replace(":", "%3A"))
                .replace("{n}", String.valueOf(number))
                .replace("{param}", key + "=" + value)
                .replace("{json}", "\"" + key + "\":\"" + value + "\"")
                .replace("{hash}", "\"" + key + "\"=>\"" + value + "\"")
                .replace("{jtext}", text)
                .replace("{text}", text)
                .replace("{value}", value);
    }

    private static String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
