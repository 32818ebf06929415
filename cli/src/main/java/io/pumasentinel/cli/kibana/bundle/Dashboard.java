package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Panels in rows.
 *
 * @param name the file's name, and the end of the object's id
 * @param text what people read
 * @param rows from top to bottom
 */
record Dashboard(String name, Text text, List<Row> rows) {

    /** The columns of Kibana's grid. */
    static final int COLUMNS = 48;

    /**
     * Panels beside each other.
     *
     * @param height in lines of Kibana's grid
     */
    record Row(int height, List<Tile> tiles) {
        Row {
            tiles = List.copyOf(tiles);
        }

        static Row of(Declaration from) {
            from.allow("height", "tiles");
            List<Tile> tiles = from.objects("tiles").stream().map(Tile::of).toList();
            if (tiles.stream().mapToInt(Tile::width).sum() != COLUMNS) {
                throw from.wrong("tiles: their widths must add up to " + COLUMNS);
            }
            return new Row(from.number("height"), tiles);
        }
    }

    Dashboard {
        rows = List.copyOf(rows);
    }

    static Dashboard of(String name, Declaration from) {
        from.allow("title", "description", "rows");
        List<Row> rows = from.objects("rows").stream().map(Row::of).toList();
        return new Dashboard(name, Text.of(from), rows);
    }

    /**
     * The dashboard, which leaves the chosen time as it is.
     *
     * @param titles the titles of all objects that can stand on it, by the ends of their ids
     */
    SavedObject object(Map<String, String> titles) {
        ArrayNode panels = Declaration.MAPPER.createArrayNode();
        List<SavedObject.Reference> references = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            int x = 0;
            for (Tile tile : row.tiles()) {
                ObjectNode panel = panels.addObject().put("version", "7.10.2");
                references.add(tile.describe(panel, panels.size(), titles));
                place(panel, x, y).put("w", tile.width()).put("h", row.height());
                x += tile.width();
            }
            y += row.height();
        }
        return new SavedObject("dashboard", name, attributes(panels), references);
    }

    private static ObjectNode place(ObjectNode panel, int x, int y) {
        ObjectNode grid = panel.putObject("gridData").put("x", x).put("y", y);
        return grid.put("i", panel.path("panelIndex").textValue());
    }

    private ObjectNode attributes(ArrayNode panels) {
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", text.listed()).put("description", text.description());
        attributes.put("hits", 0).put("version", 1).put("timeRestore", false);
        ObjectNode options = Declaration.MAPPER.createObjectNode();
        options.put("useMargins", true).put("hidePanelTitles", false);
        attributes.put("optionsJSON", options.toString());
        attributes.put("panelsJSON", panels.toString());
        ObjectNode source = Declaration.MAPPER.createObjectNode();
        source.putObject("query").put("query", "").put("language", "kuery");
        source.putArray("filter");
        attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", source.toString());
        return attributes;
    }
}
