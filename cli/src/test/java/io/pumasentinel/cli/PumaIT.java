package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real Puma with the configuration, middleware and plugin of {@code deploy/puma}, in single (0
 * workers) and cluster mode: the job understands every line, and each says what happened.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PumaIT {

    /** What the script asks for and Puma writes a line of; two more raise and leave none. */
    private static final int LOGGED = 107;

    private final Map<Integer, CaptureAnalysis> requests = new HashMap<>();
    private final Map<Integer, CaptureAnalysis> server = new HashMap<>();
    private Path scratch = Path.of("");

    @BeforeAll
    void driveBothModes(@TempDir Path empty) throws Exception {
        RubyRun.needPuma();
        scratch = empty;
        for (int workers : List.of(0, 2)) {
            Path folder = Files.createDirectory(empty.resolve("workers-" + workers));
            RubyRun.of(empty, "drive.rb", Integer.toString(workers), folder.toString());
            Path stats = folder.resolve("stats.ndjson");
            List<Path> json = List.of(folder.resolve("requests.ndjson"));
            List<Path> own =
                    List.of(
                            folder.resolve("boot.log"),
                            folder.resolve("puma.out.log"),
                            folder.resolve("puma.err.log"));
            requests.put(workers, CaptureAnalysis.of(json, stats, folder.resolve("a")));
            server.put(workers, CaptureAnalysis.of(own, stats, folder.resolve("b")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void understandsEveryLine(int workers) throws IOException {
        assertThat(of(requests, workers).documents("dead-letters.ndjson")).isEmpty();
        assertThat(of(server, workers).documents("dead-letters.ndjson")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void tellsEveryRequestOnceAlsoThoseThatPumaDoesNotLog(int workers) throws IOException {
        List<JsonNode> told = paths(requests, workers, "/up");
        List<JsonNode> logged = paths(server, workers, "/up");
        assertThat(logged).hasSize(LOGGED);
        assertThat(told).hasSize(LOGGED + 2);
        assertThat(told)
                .filteredOn(r -> r.at("/url/path").asText().startsWith("/many/"))
                .extracting(r -> r.at("/url/path").asText())
                .hasSize(100)
                .doesNotHaveDuplicates();
        assertThat(told).extracting(r -> r.at("/url/path").asText()).contains("/boom", "/throws");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void saysWhoAskedForWhatAndHowLongItWaited(int workers) throws IOException {
        JsonNode chain = request(workers, "/chain");
        assertThat(chain.at("/source/ip").asText()).isEqualTo("203.0.113.7");
        assertThat(chain.at("/user_agent/original").asText()).isEqualTo("sqlmap/1.7 é\"\\");
        assertThat(chain.at("/http/request/id").asText()).isEqualTo("request-1");
        assertThat(chain.at("/trace/id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(chain.at("/url/domain").asText()).isEqualTo("shop.example");
        assertThat(chain.at("/service/name").asText()).isEqualTo("shop");
        assertThat(chain.at("/host/name").asText()).isEqualTo("web-1");
        assertThat(chain.at("/puma/queue/duration").asLong()).isGreaterThan(200_000_000);
        assertThat(request(workers, "/caf%E9").at("/user_agent/original").asText())
                .isEqualTo("\\xE9\\xFF");
        assertThat(request(workers, "/renamed").at("/http/request/method").asText())
                .isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void tellsHowSignInsEndedAndNobodysName(int workers) throws IOException {
        List<JsonNode> signIns = paths(requests, workers, "/up");
        signIns.removeIf(r -> !r.at("/url/path").asText().equals("/session"));
        assertThat(signIns)
                .extracting(r -> r.at("/puma/auth").asText())
                .containsExactlyInAnyOrder("success", "failure");
        assertThat(signIns)
                .extracting(r -> r.at("/puma/route").asText())
                .containsOnly("sessions#create");
        assertThat(signIns)
                .filteredOn(r -> r.at("/puma/auth").asText().equals("success"))
                .extracting(r -> r.at("/user/name").asText())
                .allMatch(name -> name.matches("u-[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void tellsTheExceptionOfARequestThatHasNoAccessLine(int workers) throws IOException {
        assertThat(of(requests, workers).events("puma.error"))
                .filteredOn(e -> e.at("/http/request/id").asText().equals("request-2"))
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.at("/error/type").asText()).isEqualTo("ArgumentError");
                            assertThat(error.at("/error/stack_trace").asText())
                                    .contains("config.ru");
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void keepsNoSecretInItsFile(int workers) throws IOException {
        Path file = scratch.resolve("workers-" + workers).resolve("requests.ndjson");
        assertThat(Files.readString(file)).doesNotContain("s3cr3t", "hunter2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void samplesMemoryAndProcessorTimeOfEveryWorker(int workers) throws IOException {
        List<JsonNode> samples = of(server, workers).events("puma.stats");
        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(
                        sample -> {
                            assertThat(sample.at("/puma/stats/max_threads").asInt()).isEqualTo(4);
                            assertThat(sample.at("/puma/worker/memory/rss/bytes").asLong())
                                    .isGreaterThan(5_000_000);
                        });
        assertThat(samples).anyMatch(sample -> sample.at("/puma/worker/cpu/pct").isNumber());
        assertThat(samples.stream().map(s -> s.at("/puma/worker/pid").asInt()).distinct())
                .hasSize(Math.max(1, workers));
    }

    @Test
    void losesLinesAndNoRequestWhereTheDiskIsBroken() throws Exception {
        assertThat(RubyRun.of(scratch, "broken_disk_test.rb")).contains(" 0 failures, 0 errors");
        assertThat(RubyRun.of(scratch, "writer_test.rb")).contains(" 0 failures, 0 errors");
    }

    @Test
    void goesOnInNewFilesAfterARotation() throws Exception {
        assertThat(RubyRun.of(scratch, "rotation_test.rb")).contains(" 0 failures, 0 errors");
    }

    @Test
    void keepsItsOwnErrorsFromTheApplication() throws Exception {
        assertThat(RubyRun.of(scratch, "middleware_test.rb")).contains(" 0 failures, 0 errors");
    }

    private JsonNode request(int workers, String path) throws IOException {
        return paths(requests, workers, "/up").stream()
                .filter(r -> r.at("/url/path").asText().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Requests but for the one path with which the script waits for the start. */
    private static List<JsonNode> paths(
            Map<Integer, CaptureAnalysis> analyses, int workers, String but) throws IOException {
        List<JsonNode> told = of(analyses, workers).events("puma.access");
        told.removeIf(request -> request.at("/url/path").asText().equals(but));
        return told;
    }

    private static CaptureAnalysis of(Map<Integer, CaptureAnalysis> analyses, int workers) {
        return Objects.requireNonNull(analyses.get(workers));
    }
}
