package io.pumasentinel.job.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds everything that a job wrote against what was planted in its lines. */
final class PlantedProof {
    private static final String SAMPLES = "metrics-puma.stats";
    private static final List<String> OF_LINES =
            List.of("logs-puma.access", "logs-puma.error", "logs-puma.dead_letter");
    private static final List<String> OTHERS =
            List.of(SAMPLES, "metrics-puma.endpoint", "alerts-puma", "logs-puma.alert");

    private final PlantedLines planted;
    private final String key;
    private final SecretSearch search;
    private final Set<Integer> joinable;
    private final List<String> clients;

    /** Clients may be named; {@code key} is the key of tokens, which nothing may hold. */
    PlantedProof(PlantedLines planted, String key) {
        this.planted = planted;
        this.key = key;
        this.search = new SecretSearch(planted.secrets());
        this.joinable =
                IntStream.range(0, planted.lines().size())
                        .filter(planted::mayJoin)
                        .boxed()
                        .collect(Collectors.toSet());
        this.clients = List.of();
    }

    private PlantedProof(PlantedProof other, List<String> clients) {
        this.planted = other.planted;
        this.key = other.key;
        this.search = other.search;
        this.joinable = other.joinable;
        this.clients = clients;
    }

    /** The same, and no client's address may be anywhere. */
    PlantedProof withoutClients() {
        return new PlantedProof(this, PlantedLines.CLIENTS);
    }

    /** Lines that may become part of an event that another line began. */
    Set<Integer> joinable() {
        return joinable;
    }

    List<String> secrets(String where, byte[] bytes) {
        return search.in(where, bytes);
    }

    void text(String where, String text) {
        none(where, text.getBytes(UTF_8));
    }

    void files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            none(file.toString(), Files.readAllBytes(file));
        }
    }

    void topics(Broker broker, List<String> topics) throws Exception {
        for (String topic : topics) {
            List<byte[]> values = broker.valuesOf(topic);
            assertThat(values).as(topic).isNotEmpty();
            values.forEach(value -> none(topic, value));
        }
    }

    /** Every stream has documents, every line its own, and each says what was taken from it. */
    void indices(IndexedDocuments documents, String topic) throws Exception {
        SortedMap<String, JsonNode> byId = new TreeMap<>();
        for (String stream : Stream.concat(OF_LINES.stream(), OTHERS.stream()).toList()) {
            SortedMap<String, JsonNode> all = documents.all(stream);
            assertThat(all).as(stream).isNotEmpty();
            all.forEach((id, document) -> text(stream, id + document));
            byId.putAll(all);
        }
        for (int i = 0; i < planted.lines().size(); i++) {
            JsonNode document = byId.get(topic + "-0-" + i);
            if (document != null && !PlantedLines.isDropped(i)) {
                assertThat(document.at("/sentinel/redacted")).as("line %d", i).isNotEmpty();
            }
        }
    }

    /** Whether there are so many documents that asking for each of them is worth it. */
    boolean mayBeWhole(IndexedDocuments documents) throws IOException, InterruptedException {
        long count = documents.count(SAMPLES);
        for (String stream : OF_LINES) {
            count += documents.count(stream);
        }
        return count >= planted.lines().size() - joinable.size();
    }

    /** Lines that begin an event and have no document yet; the others may be part of one. */
    Set<String> untold(IndexedDocuments documents, String topic)
            throws IOException, InterruptedException {
        Set<String> untold = new TreeSet<>();
        int samples = 0;
        for (int i = 0; i < planted.lines().size(); i++) {
            if (PlantedLines.isSample(i)) {
                samples++;
            } else if (!joinable.contains(i)) {
                untold.add(topic + "-0-" + i);
            }
        }
        for (String stream : OF_LINES) {
            untold.removeAll(documents.all(stream).keySet());
        }
        if (documents.count(SAMPLES) < samples) {
            untold.add(samples + " samples");
        }
        return untold;
    }

    private void none(String where, byte[] bytes) {
        assertThat(search.in(where, bytes)).isEmpty();
        assertThat(SecretSearch.of(clients, where, bytes)).isEmpty();
        assertThat(new String(bytes, ISO_8859_1)).doesNotContain(key);
    }
}
