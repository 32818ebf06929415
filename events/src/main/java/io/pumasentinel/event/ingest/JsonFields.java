package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks one JSON object and hands each scalar to the record under its dotted path, so that {@code
 * {"url":{"path":"/"}}} and {@code {"url.path":"/"}} are the same. Array elements carry the array's
 * path.
 */
final class JsonFields {

    private static final int LONGEST_PATH = 256;

    private JsonFields() {}

    /** Reads from an object's start to its end. */
    static void read(JsonParser parser, JsonRecord record) throws IOException {
        StringBuilder path = new StringBuilder(64);
        Deque<Integer> bases = new ArrayDeque<>();
        int base = 0;
        JsonToken token = parser.nextToken();
        while (token != null) {
            switch (token) {
                case FIELD_NAME -> {
                    path.setLength(base);
                    append(path, parser.currentName());
                }
                case START_OBJECT -> {
                    record.open(path);
                    bases.push(base);
                    path.append('.');
                    base = path.length();
                }
                case END_OBJECT -> {
                    if (bases.isEmpty()) {
                        return;
                    }
                    path.setLength(base - 1);
                    base = bases.pop();
                }
                case START_ARRAY, END_ARRAY, VALUE_NULL -> {}
                default -> record.value(path.toString(), parser);
            }
            token = parser.nextToken();
        }
    }

    private static void append(StringBuilder path, String name) {
        if (path.length() + name.length() <= LONGEST_PATH) {
            path.append(name);
        } else {
            path.append('?');
        }
    }
}
