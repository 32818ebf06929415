package io.pumasentinel.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {
    private static final String TIMES =
            "\"start\": \"2026-11-21T21:25:23.197Z\", \"end\": \"2026-11-21T21:25:38.558Z\"";

    private Path file;

    @BeforeEach
    void nameFile(@TempDir Path folder) {
        file = folder.resolve("truth.ndjson");
    }

    @Test
    void readsALineOfACapture() throws Exception {
        Episode episode =
                only(
                        "{\"name\": \"brute_force\", "
                                + TIMES
                                + ", \"source_ips\": [\"198.18.79.14\"], \"client_requests\": 165,"
                                + " \"client_statuses\": {\"401\": 160}, \"expected\": \"words\"}");
        assertThat(episode.name()).isEqualTo("brute_force");
        assertThat(episode.kind()).isEqualTo(EpisodeKind.ATTACK);
        assertThat(episode.start()).isEqualTo(Instant.parse("2026-11-21T21:25:23.197Z"));
        assertThat(episode.end()).isEqualTo(Instant.parse("2026-11-21T21:25:38.558Z"));
        assertThat(episode.subject().addresses()).containsExactly("198.18.79.14");
        assertThat(episode.rules()).contains("brute-force-then-success");
        assertThat(episode.shownBy()).containsExactly(Trace.REQUESTS);
    }

    @Test
    void takesTheLinesOwnWordsBeforeThoseOfTheName() throws Exception {
        Episode episode =
                only(
                        "{\"name\": \"baseline\", "
                                + TIMES
                                + ", \"kind\": \"fault\", \"rules\": [\"own-rule\"],"
                                + " \"shown_by\": [\"stats\", \"reactor\"], \"host\": \"web-1\","
                                + " \"endpoint\": \"/orders/:id\", \"account\": \"carol\","
                                + " \"not_visible\": \"the log was off\"}");
        assertThat(episode.kind()).isEqualTo(EpisodeKind.FAULT);
        assertThat(episode.rules()).containsExactly("own-rule");
        assertThat(episode.shownBy()).containsExactlyInAnyOrder(Trace.STATS, Trace.REACTOR);
        assertThat(episode.subject())
                .isEqualTo(new Subject(Set.of(), "/orders/:id", "web-1", "carol"));
        assertThat(episode.notVisible()).isEqualTo("the log was off");
    }

    @Test
    void knowsAnAttackByItsAddressesAndAFaultByTheirAbsence() throws Exception {
        Files.writeString(
                file,
                "{\"name\": \"a\", \"source_ips\": [\"192.0.2.1\"], "
                        + TIMES
                        + "}\n\n{\"name\": \"b\", "
                        + TIMES
                        + "}\n");
        List<Episode> episodes = TruthReader.read(file);
        assertThat(episodes)
                .extracting(Episode::kind)
                .containsExactly(EpisodeKind.ATTACK, EpisodeKind.FAULT);
        assertThat(episodes.get(1).shownBy()).containsExactly(Trace.ANYTHING);
    }

    @Test
    void readsAGzippedFile() throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"name\": \"xss\", " + TIMES + "}").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TruthReader.read(file)).extracting(Episode::name).containsExactly("xss");
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirPlaces() throws IOException {
        Files.writeString(
                file,
                """
                {"name": "a", "start": "yesterday", "end": "2026-11-21T21:25:38Z"}
                not JSON
                {"start": "2026-11-21T21:25:38Z", "end": "2026-11-21T21:25:37Z", "kind": "bad"}
                [1]
                {"name": "b", "start": "2026-11-21T21:25:38Z", "source_ips": "192.0.2.1"}
                """);
        assertThat(problems())
                .containsExactly(
                        file
                                + ":1:15: start: not a time (got \"yesterday\"); such as"
                                + " 2026-11-21T21:25:23.197Z",
                        file + ":2:4: line: not a JSON object (got not JSON); one episode a line",
                        file + ":3:1: name: missing; a text",
                        file
                                + ":3:35: end: before the start (got 2026-11-21T21:25:37Z);"
                                + " 2026-11-21T21:25:38Z or later",
                        file + ":3:66: kind: not known (got bad); attack, fault, normal",
                        file + ":4:2: line: not a JSON object (got [1]); one episode a line",
                        file + ":5:1: end: missing; a time such as 2026-11-21T21:25:23.197Z",
                        file
                                + ":5:48: source_ips: not a list of texts (got \"192.0.2.1\");"
                                + " such as [\"a\", \"b\"]");
    }

    @Test
    void refusesAFileWithoutEpisodes() throws IOException {
        Files.writeString(file, "\n");
        assertThat(problems())
                .containsExactly(
                        file + ":1:1: file: no episode (got nothing); one JSON object a line");
    }

    private List<String> problems() {
        InvalidTruth invalid =
                catchThrowableOfType(InvalidTruth.class, () -> TruthReader.read(file));
        return invalid.problems().stream().map(TruthProblem::toString).toList();
    }

    private Episode only(String line) throws Exception {
        Files.writeString(file, line);
        List<Episode> episodes = TruthReader.read(file);
        assertThat(episodes).hasSize(1);
        return episodes.get(0);
    }
}
