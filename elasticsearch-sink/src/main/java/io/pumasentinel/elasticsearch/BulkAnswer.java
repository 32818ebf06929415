package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the answer to a bulk request, reduced by {@code filter_path} to {@code errors} and each
 * item's status and error. Elasticsearch writes {@code errors} first, so an answer without any is
 * not read further.
 */
final class BulkAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ItemAnswer WRITTEN = new ItemAnswer(200, "", "");

    private BulkAnswer() {}

    /**
     * One answer for each of the {@code expected} operations, in their order.
     *
     * @throws IOException if the answer is no such JSON or has another number of items
     */
    static List<ItemAnswer> read(InputStream body, int expected) throws IOException {
        List<ItemAnswer> items = new ArrayList<>(expected);
        try (JsonParser json = JSON.createParser(body)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "no object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("errors") && value == JsonToken.VALUE_FALSE) {
                    return java.util.Collections.nCopies(expected, WRITTEN);
                }
                if (field.equals("items")) {
                    readItems(json, items);
                } else {
                    json.skipChildren();
                }
            }
        }
        expect(items.size() == expected, items.size() + " items for " + expected + " operations");
        return items;
    }

    private static void readItems(JsonParser json, List<ItemAnswer> items) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextToken();
            expect(json.nextToken() == JsonToken.START_OBJECT, "an item without content");
            items.add(readItem(json));
            expect(json.nextToken() == JsonToken.END_OBJECT, "an item with two operations");
        }
    }

    private static ItemAnswer readItem(JsonParser json) throws IOException {
        int status = 0;
        ErrorCause error = ErrorCause.NONE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("status")) {
                status = json.getIntValue();
            } else if (field.equals("error") && value == JsonToken.START_OBJECT) {
                error = ErrorCause.read(json);
            } else {
                json.skipChildren();
            }
        }
        return new ItemAnswer(status, error.type(), error.sentence());
    }

    private static void expect(boolean holds, String got) throws IOException {
        if (!holds) {
            throw new IOException("bulk answer: not as documented (got " + got + ")");
        }
    }
}
