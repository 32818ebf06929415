package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files that the page is made of, as they lie beside this class in the jar. */
final class PageAssets {

    private static final List<String> SCRIPTS =
            List.of(
                    "elements.js",
                    "source.js",
                    "header.js",
                    "alerts.js",
                    "letters.js",
                    "theme.js",
                    "tooltip.js",
                    "charts.js",
                    "endpoints.js",
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

    /** The chart specifications that the layout names, by name. */
    static ObjectNode charts() {
        ObjectNode charts = Json.MAPPER.createObjectNode();
        for (JsonNode section : layout().path("sections")) {
            for (JsonNode chart : section.path("charts")) {
                String name = chart.path("name").textValue();
                charts.set(name, json("charts/" + name + ".vl.json"));
            }
        }
        return charts;
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
