package io.pumasentinel.benchmark.panels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The queries of {@code deploy/kibana/charts}. */
final class ChartQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChartQueries() {}

    /** Every query of every chart; one that several charts ask alike once. */
    static List<PanelQuery> of(Path charts) throws IOException {
        List<PanelQuery> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(charts)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceAll("\\.v[lg]\\.json$", "");
                List<JsonNode> urls = JSON.readTree(Files.readString(file)).findValues("url");
                for (JsonNode url : urls) {
                    String index = url.path("index").textValue();
                    String panel = url == urls.get(0) ? name : name + ", alerts on the axis";
                    PanelQuery query = new PanelQuery(panel, index, url.path("body").toString());
                    if (queries.stream().noneMatch(query::asksLike)) {
                        queries.add(query);
                    }
                }
            }
        }
        return queries;
    }
}
