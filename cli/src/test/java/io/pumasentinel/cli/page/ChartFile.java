package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of {@code deploy/kibana/charts}.
 *
 * @param name its name without {@code .vl.json} or {@code .vg.json}
 * @param vega whether it is Vega, which Kibana alone draws, rather than Vega-Lite
 */
record ChartFile(String name, boolean vega, JsonNode spec) {

    private static final Path FOLDER = Path.of("..", "deploy", "kibana", "charts");
    private static final Pattern READ = Pattern.compile("_source((?:\\.\\w+|\\['[^']+'])+)");

    static List<ChartFile> all() throws IOException {
        List<ChartFile> charts = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                boolean vega = name.endsWith(".vg.json");
                JsonNode spec = Json.MAPPER.readTree(Files.readString(file));
                charts.add(new ChartFile(name.replaceAll("\\.v[lg]\\.json$", ""), vega, spec));
            }
        }
        return charts;
    }

    /** Its Elasticsearch queries: objects with {@code index} and {@code body}. */
    List<JsonNode> queries() {
        return spec.findValues("url");
    }

    /** The fields that its queries ask for or compute with, by index. */
    Set<String> fields(JsonNode query) {
        Set<String> fields = new TreeSet<>();
        query.at("/body/_source").forEach(field -> fields.add(field.textValue()));
        query.at("/body/aggs").findValuesAsText("field").forEach(fields::add);
        for (JsonNode filter : query.at("/body/aggs").findValues("filter")) {
            filter.path("range").fieldNames().forEachRemaining(fields::add);
        }
        return fields;
    }

    /** The parts of hits that its expressions read, such as {@code sentinel.alert.level}. */
    Set<String> read() {
        Set<String> read = new TreeSet<>();
        READ.matcher(spec.toString())
                .results()
                .forEach(
                        found ->
                                read.add(
                                        found.group(1)
                                                .replaceAll("\\['([^']+)']", ".$1")
                                                .substring(1)));
        return read;
    }

    /** All marks that write text in one of the shared styles. */
    List<JsonNode> texts(String style) {
        List<JsonNode> texts = new ArrayList<>();
        for (JsonNode layer : spec.path("layer")) {
            if (layer.at("/mark/style").asText().equals(style)) {
                texts.add(layer);
            }
        }
        for (JsonNode mark : spec.path("marks")) {
            if (mark.at("/style/0").asText().equals(style)) {
                texts.add(mark);
            }
        }
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }
}
