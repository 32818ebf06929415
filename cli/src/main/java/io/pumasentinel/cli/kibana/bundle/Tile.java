package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One object on a dashboard.
 *
 * @param kind what it is
 * @param name the name of its file
 * @param width in columns of Kibana's grid
 */
record Tile(Kind kind, String name, int width) {

    /** What can stand on a dashboard; its lower-case name is the key in the file. */
    enum Kind {
        PANEL("visualization", "panel-"),
        CHART("visualization", "chart-"),
        NOTE("visualization", "note-"),
        SEARCH("search", "search-");

        final String type;
        final String prefix;

        Kind(String type, String prefix) {
            this.type = type;
            this.prefix = prefix;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Tile of(Declaration from) {
        from.allow("panel", "chart", "note", "search", "width");
        List<Kind> kinds =
                List.of(Kind.values()).stream().filter(k -> from.json().has(k.key())).toList();
        if (kinds.size() != 1) {
            throw from.wrong("one of panel, chart, note, search is needed");
        }
        Kind kind = kinds.get(0);
        return new Tile(kind, from.text(kind.key()), from.number("width"));
    }

    /**
     * Writes what is the tile's own into {@code panel} and returns the use of its object.
     *
     * @throws IllegalArgumentException if no source file makes that object
     */
    SavedObject.Reference describe(ObjectNode panel, int index, Map<String, String> titles) {
        String title = titles.get(objectName());
        if (title == null) {
            throw new IllegalArgumentException(
                    "dashboards: no file makes the " + kind.key() + " (got " + name + ")");
        }
        String reference = "panel_" + (index - 1);
        ObjectNode settings = panel.put("panelIndex", "" + index).putObject("embeddableConfig");
        if (kind == Kind.NOTE) {
            settings.put("hidePanelTitles", true);
        } else {
            settings.put("title", title);
            panel.put("title", title);
        }
        panel.put("panelRefName", reference);
        return new SavedObject.Reference(reference, kind.type, SavedObject.id(objectName()));
    }

    /** The end of the object's id. */
    String objectName() {
        return kind.prefix + name;
    }
}
