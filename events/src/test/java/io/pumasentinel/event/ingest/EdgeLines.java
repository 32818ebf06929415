package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What six real servers printed on 142 awkward requests each, line by line as bytes (Latin-1). */
final class EdgeLines {

    static final List<String> SERVERS =
            List.of(
                    "5.6-single",
                    "5.6-cluster",
                    "6.6-single",
                    "6.6-cluster",
                    "7.2-single",
                    "7.2-cluster");

    private EdgeLines() {}

    /** Both outputs of the server, an entry an element, line ends dropped. */
    static List<String> of(String server) {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        byte[] bytes = Captures.bytes("edge/" + server + ".ndjson.gz");
        try {
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
                JsonNode capture = mapper.readTree(line);
                lines.addAll(List.of(latin(capture, "stdout").split("\n")));
                lines.addAll(List.of(latin(capture, "stderr").split("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static String latin(JsonNode capture, String output) {
        byte[] bytes = capture.path(output).asText().getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
