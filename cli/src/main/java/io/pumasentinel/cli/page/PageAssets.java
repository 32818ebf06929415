package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files that the page is made of, as they lie beside this class in the jar. */
final class PageAssets {

    private static final List<String> SCRIPTS =
            List.of(
                    "elements.js",
                    "filters.js",
                    "source.js",
                    "streams.js",
                    "theme.js",
                    "header.js",
                    "filterbar.js",
                    "tooltip.js",
                    "brush.js",
                    "charts.js",
                    "sequence.js",
                    "runbook.js",
                    "alert.js",
                    "alerts.js",
                    "letters.js",
                    "endpoints.js",
                    "keys.js",
                    "page.js");
    private static final List<String> LIBRARIES =
            List.of("vendor/vega.min.js", "vendor/vega-lite.min.js");

    private PageAssets() {}

    static String template() {
        return text("page.html");
    }

    static String style() {
        return text("page.css");
    }

    /**
     * The scripts in the order in which they must run: each library, then the page's own as one.
     */
    static List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        for (String library : LIBRARIES) {
            scripts.add(text(library).replaceAll("(?m)^//# sourceMappingURL=.*$", ""));
        }
        scripts.add(String.join("\n", SCRIPTS.stream().map(PageAssets::text).toList()));
        return List.copyOf(scripts);
    }

    static JsonNode layout() {
        return json("layout.json");
    }

    /** The fields by which Elasticsearch would filter; a report needs them in its documents. */
    static Set<String> filtered() {
        Set<String> fields = new TreeSet<>();
        layout().path("filtered").forEach(field -> fields.add(field.textValue()));
        return fields;
    }

    /** The chart specifications that the layout names, by name. */
    static ObjectNode charts() {
        ObjectNode charts = Json.MAPPER.createObjectNode();
        for (JsonNode group : layout().findValues("charts")) {
            for (JsonNode chart : group) {
                String name = chart.path("name").textValue();
                charts.set(name, json("charts/" + name + ".vl.json"));
            }
        }
        return charts;
    }

    /** The runbooks of the shipped rules as Markdown, by the rule's name. */
    static ObjectNode runbooks() {
        ObjectNode runbooks = Json.MAPPER.createObjectNode();
        for (RuleSource rule : RuleLoader.shipped()) {
            String folder = rule.file().substring(0, Math.max(0, rule.file().lastIndexOf('/')));
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            String file = "runbooks/" + name + ".md";
            if (PageAssets.class.getResource(file) != null) {
                runbooks.put(name, text(file));
            }
        }
        return runbooks;
    }

    /**
     * Every query of the page, of charts and of lists: objects with {@code index}, {@code body}.
     */
    static List<JsonNode> queries() {
        List<JsonNode> queries = new ArrayList<>(charts().findValues("url"));
        layout().path("queries").forEach(queries::add);
        return List.copyOf(queries);
    }

    private static JsonNode json(String name) {
        try {
            return Json.MAPPER.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": not JSON", e);
        }
    }

    private static String text(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": not in the jar; build the project again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
