package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edges of {@code analyze}'s input. */
class AnalyzeCommandTest {
    private static final String REQUEST =
            "[7] 203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /cart HTTP/1.1\" 200 15"
                    + " 0.0188\n";

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void findsNothingInAnEmptyFile() throws IOException {
        CommandRun run = analyze(file("access.log", new byte[0]));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("0 lines: 0 requests, ").contains(" 0 alerts");
        assertThat(Files.size(folder.resolve("out/alerts.ndjson"))).isZero();
        assertThat(folder.resolve("out/report.html")).exists();
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(bytes(3)));
        try {
            assertThat(analyze("-").out()).startsWith("3 lines: 3 requests, ");
        } finally {
            System.setIn(before);
        }
        assertThat(Files.readAllLines(folder.resolve("out/events.ndjson")))
                .hasSize(3)
                .allMatch(line -> line.contains("\"file\":{\"path\":\"-\",\"line\":"));
    }

    @Test
    void readsAGzippedFileLikeAPlainOne() throws IOException {
        CommandRun packed = analyze(file("access.log.gz", gzip(REQUEST.repeat(3))));
        CommandRun plain = analyze(file("access.log", bytes(3)));
        assertThat(packed).isEqualTo(plain);
        assertThat(packed.out()).startsWith("3 lines: 3 requests, ");
    }

    @Test
    void makesADeadLetterOfTheDamagedRestOfAGzippedFile() throws IOException {
        byte[] whole = gzip(REQUEST.repeat(3));
        byte[] headOnly = Arrays.copyOf(whole, 8);
        CommandRun run = analyze(file("access.log.gz", headOnly));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" 1 dead letters");
        assertThat(Files.readString(folder.resolve("out/dead-letters.ndjson")))
                .hasLineCount(1)
                .contains("\"reason\":\"compressed data damaged\"");
    }

    @Test
    void warnsOfManySignInsOfWhichNoneIsDecided() throws IOException {
        String signIn = REQUEST.replace("GET /cart", "POST /login");

        assertThat(analyze(file("a.log", signIn.repeat(99).getBytes(StandardCharsets.UTF_8))).err())
                .isEmpty();
        assertThat(
                        analyze(file("b.log", signIn.repeat(100).getBytes(StandardCharsets.UTF_8)))
                                .err())
                .startsWith("warning: ingest.auth-preset: of 100 sign-ins not one was told")
                .hasLineCount(1);
        String decided = signIn.repeat(100) + signIn.replace(" 200 ", " 401 ");
        assertThat(analyze(file("c.log", decided.getBytes(StandardCharsets.UTF_8))).err())
                .isEmpty();
    }

    @Test
    void saysWhichOfTheRulesCanHaveNoEffect() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("mistyped.yml"),
                """
                title: Mistyped field
                id: 9c0c9d3e-5a0f-4b43-8a7f-3f1f0e6a9b21
                name: mistyped-field
                level: low
                logsource:
                  category: webserver
                detection:
                  selection:
                    cs-methud: GET
                  condition: selection
                """);
        CommandRun run = analyze(file("access.log", bytes(3)), "--rules", rules.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .startsWith("warning: ")
                .contains("mistyped.yml:9:5: ", "unknown field (got cs-methud)");
    }

    private CommandRun analyze(String... arguments) {
        String results = folder.resolve("out").toString();
        List<String> line = new ArrayList<>(List.of("analyze"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--out", results, "--events", "--quiet"));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static byte[] bytes(int requests) {
        return REQUEST.repeat(requests).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
