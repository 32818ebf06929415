package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Walks one JSON object along the tree of known fields and hands each known scalar to the record.
 * Goes no deeper than the tree; the rest is skipped unread.
 */
final class JsonFields {

    private final JsonParser parser;
    private final JsonRecord record;

    private JsonFields(JsonParser parser, JsonRecord record) {
        this.parser = parser;
        this.record = record;
    }

    /** Reads from an object's start to its end. */
    static void read(JsonParser parser, FieldTree root, JsonRecord record) throws IOException {
        new JsonFields(parser, record).object(root, false, true);
    }

    private void object(FieldTree node, boolean repeated, boolean top) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            FieldTree child = node.find(parser.currentName());
            JsonToken token = parser.nextToken();
            if (top) {
                record.top(child);
            }
            if (child == null) {
                parser.skipChildren();
            } else {
                value(child, token, repeated);
            }
        }
    }

    private void value(FieldTree node, JsonToken token, boolean repeated) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                if (node.hasChildren()) {
                    if (node.opens) {
                        record.open(node);
                    }
                    object(node, repeated, false);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> {
                if (node.many && !repeated) {
                    elements(node);
                } else {
                    parser.skipChildren();
                }
            }
            case VALUE_NULL -> {}
            default -> scalar(node, repeated);
        }
    }

    private void elements(FieldTree node) throws IOException {
        record.once(node);
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            value(node, token, true);
            token = parser.nextToken();
        }
    }

    private void scalar(FieldTree node, boolean repeated) throws IOException {
        JsonField field = node.field;
        if (field != null) {
            if (!repeated) {
                record.once(node);
            }
            record.value(field, node, parser);
        }
    }
}
