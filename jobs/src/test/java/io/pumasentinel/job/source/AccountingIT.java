package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line of every capture is accounted for, exactly: it is the place of an event or of a dead
 * letter, or what it says became part of an event that began before it.
 */
class AccountingIT {
    private static final Pattern HEADER = Pattern.compile("^[A-Za-z0-9_ ]+(?=: )");
    private static final Pattern REQUEST_ID =
            Pattern.compile("\\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})]");

    private static final Path ROOT = Path.of("..");

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    @TempDir private Path folder = Path.of("");

    @Test
    void accountsForEveryLineOfEveryCapture() throws Exception {
        List<Path> captures = new ArrayList<>(packed(ROOT.resolve("examples")));
        captures.addAll(packed(ROOT.resolve("cli/src/test/resources/captures")));
        captures.addAll(packed(ROOT.resolve("events/src/test/resources/fuzz")));
        captures.addAll(packed(ROOT.resolve("events/src/test/resources/captures")));
        captures.removeIf(capture -> capture.toString().contains("truth"));
        assertThat(captures).hasSizeGreaterThan(20);
        for (Path capture : captures) {
            assertAccounted(capture);
        }
    }

    /** Cut as a runtime does: each line is at the place of its first piece and nowhere else. */
    @Test
    void accountsForEveryPieceOfLinesThatWereCut() throws Exception {
        Path capture =
                ROOT.resolve("events/src/test/resources/captures").resolve("single-access.log.gz");
        byte[] uncut = unpacked(capture);
        var cut = new ArrayList<String>();
        var firstPieces = new ArrayList<Long>();
        for (String line : lines(uncut)) {
            firstPieces.add(cut.size() + 1L);
            for (int from = 0; from == 0 || from < line.length(); from += 40) {
                int to = Math.min(line.length(), from + 40);
                String tag = to < line.length() ? "P " : "F ";
                cut.add("2026-11-21T19:34:51.123456789Z stdout " + tag + line.substring(from, to));
            }
        }
        assertThat(cut).hasSizeGreaterThan(2 * firstPieces.size());
        List<Tuple2<Long, String>> said = read(Files.write(folder.resolve("cut.log"), cut));
        assertThat(said)
                .extracting(event -> event.f0)
                .containsExactlyInAnyOrderElementsOf(firstPieces);
        assertThat(requests(said))
                .hasSizeGreaterThan(8000)
                .isEqualTo(requests(read(Files.write(folder.resolve("uncut.log"), uncut))));
    }

    /** What is said of requests, without their places. */
    private static List<String> requests(List<Tuple2<Long, String>> said) {
        return said.stream()
                .map(event -> event.f1.replaceFirst("position=Position\\[[^]]*]", ""))
                .filter(event -> event.startsWith("PumaEvent[kind=ACCESS"))
                .toList();
    }

    private void assertAccounted(Path capture) throws Exception {
        byte[] bytes = capture.toString().contains("edge") ? printed(capture) : unpacked(capture);
        Path file = Files.write(folder.resolve("lines.log"), bytes);
        List<String> lines = lines(bytes);
        TreeMap<Long, String> places = new TreeMap<>();
        for (Tuple2<Long, String> said : read(file)) {
            places.merge(said.f0, said.f1, String::concat);
        }
        assertThat(places.firstKey()).as("%s", capture).isPositive();
        assertThat(places.lastKey()).as("%s", capture).isLessThanOrEqualTo(lines.size());
        for (int line = 1; line <= lines.size(); line++) {
            if (!places.containsKey((long) line)) {
                assertThat(places.headMap((long) line).values())
                        .as("%s, line %d: %s", capture, line, lines.get(line - 1))
                        .anyMatch(joined(lines.get(line - 1)));
            }
        }
    }

    /**
     * The beginning of what the line says, which no redaction touches in the captures, or the id of
     * a Rails request that the line is part of.
     */
    private static java.util.function.Predicate<String> joined(String line) {
        Matcher id = REQUEST_ID.matcher(line);
        if (id.find()) {
            return said -> said.contains(id.group(1));
        }
        String text = line.replaceFirst("^\\[\\d+] ", "").replaceFirst("(\\):|>)$", "").strip();
        // Of a dumped header only the name stays.
        Matcher header = HEADER.matcher(text);
        String beginning =
                header.find() ? header.group() : text.substring(0, Math.min(12, text.length()));
        return said -> said.contains(beginning);
    }

    private static List<Tuple2<Long, String>> read(Path file) throws Exception {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        var input = new FileInput(file.toString(), "shop", "web-1");
        var placed =
                environment
                        .fromSource(
                                new MergedFileSource(List.of(input), IngestSettings.defaults()),
                                WatermarkStrategies.bounded(5_000),
                                "files")
                        .uid("files")
                        .transform(
                                "place",
                                WireTypes.events(),
                                new PlaceOperator(1000, AuthSettings.defaults()))
                        .uid("place");
        DataStream<Tuple2<Long, String>> letters =
                placed.getSideOutput(PlaceOperator.DEAD_LETTERS)
                        .map(AccountingIT::said)
                        .returns(Types.TUPLE(Types.LONG, Types.STRING))
                        .uid("letters");
        DataStream<Tuple2<Long, String>> events =
                placed.map(AccountingIT::said)
                        .returns(Types.TUPLE(Types.LONG, Types.STRING))
                        .uid("events");
        return events.union(letters).executeAndCollect(1_000_000);
    }

    private static Tuple2<Long, String> said(PumaEvent event) {
        return Tuple2.of(line(event.position()), event.toString());
    }

    private static Tuple2<Long, String> said(DeadLetter letter) {
        return Tuple2.of(line(letter.position()), "");
    }

    private static long line(Position position) {
        return position.index();
    }

    /** Lines as an editor counts them. */
    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (text.endsWith("\n")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** Both outputs of a server on every awkward request, one after the other. */
    private static byte[] printed(Path capture) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : new String(unpacked(capture), StandardCharsets.UTF_8).split("\n")) {
            JsonNode printed = new ObjectMapper().readTree(line);
            text.append(printed.path("stdout").asText()).append(printed.path("stderr").asText());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static List<Path> packed(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
        }
    }
}
