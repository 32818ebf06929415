package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of a field that every document uses: absent values leave no field behind. */
final class JsonFields {
    private JsonFields() {}

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Writes a number that is known; negative numbers mean unknown. */
    static void count(JsonGenerator json, String name, long value) throws IOException {
        if (value >= 0) {
            json.writeNumberField(name, value);
        }
    }

    /** Writes a finite number, rounded to six decimals: sketches know no more. */
    static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, Math.rint(value * 1e6) / 1e6);
        }
    }

    /** {@code {"parent": {"name": value}}}; nothing for an absent value. */
    static void nested(JsonGenerator json, String parent, String name, @Nullable String value)
            throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeObjectFieldStart(parent);
            json.writeStringField(name, value);
            json.writeEndObject();
        }
    }
}
