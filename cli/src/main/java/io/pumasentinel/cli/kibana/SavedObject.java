package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One of Kibana's saved objects, by what identifies it.
 *
 * @param type such as {@code dashboard}
 * @param id its identifier in the space
 * @param title what people call it; empty if it has no title
 */
public record SavedObject(String type, String id, String title) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The objects of an export in their order; its summary line and empty lines are no objects.
     *
     * @throws IOException if a line is not JSON
     */
    static List<SavedObject> parse(byte[] ndjson) throws IOException {
        List<SavedObject> objects = new ArrayList<>();
        int number = 0;
        for (String line : new String(ndjson, StandardCharsets.UTF_8).split("\n")) {
            number++;
            JsonNode object = line.isBlank() ? JSON.nullNode() : tree(line, number);
            if (object.has("type") && object.has("id")) {
                objects.add(of(object, object.at("/attributes/title").asText("")));
            }
        }
        return objects;
    }

    static SavedObject of(JsonNode object, String title) {
        return new SavedObject(object.path("type").asText(), object.path("id").asText(), title);
    }

    /** Whether people open it by its address. */
    public boolean isDashboard() {
        return type.equals("dashboard");
    }

    /** The part of an address that names it. */
    String path() {
        return "/" + Percent.encode(type) + "/" + Percent.encode(id);
    }

    /** Type, identifier and title. */
    @Override
    public String toString() {
        return type + " " + id + (title.isEmpty() ? "" : " (" + title + ")");
    }

    private static JsonNode tree(String line, int number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IOException("saved objects: line " + number + " is not JSON", e);
        }
    }
}
