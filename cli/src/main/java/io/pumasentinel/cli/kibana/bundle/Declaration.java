package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a source file: what is missing, of another type or unknown is an error that names
 * the place.
 *
 * @param where the file and the place in it, for messages
 * @param json the object
 */
record Declaration(String where, JsonNode json) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    Declaration {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    where + ": an object is needed (got " + json.getNodeType() + ")");
        }
    }

    static Declaration read(Path file) throws IOException {
        try {
            return new Declaration(file.toString(), MAPPER.readTree(Files.readString(file)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Refuses every key but these. */
    Declaration allow(String... keys) {
        Set<String> allowed = Set.of(keys);
        Iterator<String> names = json.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!allowed.contains(name)) {
                throw wrong("unknown key (got " + name + "); allowed are " + allowed);
            }
        }
        return this;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key + " is missing; a text is needed"));
    }

    Optional<String> optionalText(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(key + ": a text is needed (got " + value + ")");
        }
        return Optional.of(value.textValue());
    }

    int number(String key) {
        JsonNode value = json.path(key);
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong(key + ": a whole number from 0 is needed (got " + value + ")");
        }
        return value.intValue();
    }

    /** The objects of an array; none if the key is missing. */
    List<Declaration> objects(String key) {
        List<Declaration> objects = new ArrayList<>();
        for (JsonNode element : array(key)) {
            objects.add(new Declaration(where + ": " + key + "[" + objects.size() + "]", element));
        }
        return List.copyOf(objects);
    }

    /** The texts of an array; none if the key is missing. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(key)) {
            if (!element.isTextual()) {
                throw wrong(key + ": texts are needed (got " + element + ")");
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    private JsonNode array(String key) {
        JsonNode value = json.path(key);
        if (!value.isArray() && !value.isMissingNode()) {
            throw wrong(key + ": an array is needed (got " + value + ")");
        }
        return value;
    }

    IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(where + ": " + problem);
    }
}
