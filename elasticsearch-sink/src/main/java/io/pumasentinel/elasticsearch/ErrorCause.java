package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An error as Elasticsearch tells it.
 *
 * @param type such as {@code document_parsing_exception}; empty if unknown
 * @param reason in words; empty if unknown
 * @param cause the error behind it; null if it tells none
 */
record ErrorCause(String type, String reason, @Nullable ErrorCause cause) {

    static final ErrorCause NONE = new ErrorCause("", "", null);

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads an error object whose opening brace was the last token. */
    static ErrorCause read(JsonParser json) throws IOException {
        String type = "";
        String reason = "";
        ErrorCause cause = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("type")) {
                type = json.getValueAsString("");
            } else if (field.equals("reason")) {
                reason = json.getValueAsString("");
            } else if (field.equals("caused_by") && value == JsonToken.START_OBJECT) {
                cause = read(json);
            } else {
                json.skipChildren();
            }
        }
        return new ErrorCause(type, reason, cause);
    }

    /**
     * The error in the body of an answer that is one; {@code NONE} if the body is anything else.
     */
    static ErrorCause ofBody(String body) {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return NONE;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean error = json.currentName().equals("error");
                if (json.nextToken() == JsonToken.START_OBJECT && error) {
                    return read(json);
                }
                json.skipChildren();
            }
            return NONE;
        } catch (IOException e) {
            // A proxy's page: its status says enough.
            return NONE;
        }
    }

    /** Type and words, with those of the causes. */
    String sentence() {
        String own = type.isEmpty() ? reason : type + ": " + reason;
        return cause == null ? own : own + "; " + cause.sentence();
    }
}
