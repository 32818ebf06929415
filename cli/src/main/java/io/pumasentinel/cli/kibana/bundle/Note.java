package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text on a dashboard, or a runbook on a page of its own.
 *
 * @param name the end of the object's id
 * @param title by which it is listed
 * @param markdown the text; its links open in the same tab
 */
record Note(String name, String title, String markdown) {

    private static final int POINTS = 12;

    /** A link to a file of the project. */
    private static final Pattern FILE_LINK =
            Pattern.compile("\\[([^]]+)]\\((?!#|https?:|\\.\\./app/)[^)]+\\)");

    /**
     * Reads a file. Its title is its first heading or, without one, its name; relative links lead
     * nowhere in Kibana and become plain text.
     */
    static Note read(String name, String text) {
        String title =
                text.startsWith("# ")
                        ? text.substring(2, text.indexOf('\n'))
                        : name.replace('-', ' ');
        return new Note(name, title, FILE_LINK.matcher(text).replaceAll("$1"));
    }

    SavedObject object() {
        ObjectNode state = Declaration.MAPPER.createObjectNode();
        state.put("title", "[puma-sentinel] " + title).put("type", "markdown").putArray("aggs");
        state.putObject("params")
                .put("fontSize", POINTS)
                .put("openLinksInNewTab", false)
                .put("markdown", markdown);
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", "[puma-sentinel] " + title).put("description", "");
        attributes.put("visState", state.toString()).put("uiStateJSON", "{}").put("version", 1);
        ObjectNode source = Declaration.MAPPER.createObjectNode();
        source.set("query", Source.lucene(""));
        source.putArray("filter");
        attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", source.toString());
        return new SavedObject("visualization", name, attributes, List.of());
    }
}
