package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Kibana's answer to an import, object by object. Status 200 says nothing: objects may have failed.
 *
 * @param installed new objects, under the identifiers that they got
 * @param overwritten objects that were there before
 * @param failures one sentence an object that was not imported
 */
record ImportAnswer(
        List<SavedObject> installed, List<SavedObject> overwritten, List<String> failures) {

    /**
     * Reads an answer with status 200.
     *
     * @param sent what was sent
     * @throws IOException if it is no such answer
     */
    static ImportAnswer read(KibanaAnswer answer, List<SavedObject> sent) throws IOException {
        JsonNode json = answer.json();
        if (!json.path("success").isBoolean()) {
            throw new IOException(
                    "import: not Kibana's answer (got "
                            + answer.refusal()
                            + "); the address of a Kibana");
        }
        List<SavedObject> installed = new ArrayList<>();
        List<SavedObject> overwritten = new ArrayList<>();
        for (JsonNode object : json.path("successResults")) {
            boolean wasThere = object.path("overwrite").asBoolean();
            (wasThere ? overwritten : installed).add(landed(object));
        }
        List<String> failures = new ArrayList<>();
        json.path("errors").forEach(error -> failures.add(failure(error)));
        int told = installed.size() + overwritten.size() + failures.size();
        if (told < sent.size()) {
            failures.add(
                    "import: Kibana tells of "
                            + told
                            + " objects only (got "
                            + sent.size()
                            + " to import)");
        }
        return new ImportAnswer(installed, overwritten, failures);
    }

    /** An object whose identifier another space has taken gets a new one in this space. */
    private static SavedObject landed(JsonNode object) {
        String id = object.path("destinationId").asText(object.path("id").asText());
        return new SavedObject(
                object.path("type").asText(), id, object.at("/meta/title").asText(""));
    }

    private static String failure(JsonNode object) {
        JsonNode error = object.path("error");
        String title = object.at("/meta/title").asText(object.path("title").asText(""));
        return SavedObject.of(object, title) + ": not imported: " + reason(error);
    }

    private static String reason(JsonNode error) {
        String type = error.path("type").asText("no reason");
        return switch (type) {
            case "missing_references" ->
                    "what it refers to is missing (got " + references(error) + ")";
            case "conflict" -> "another object is in its place and was not overwritten";
            case "ambiguous_conflict" ->
                    "several objects could be in its place (got "
                            + references(error.path("destinations"))
                            + "); delete all but one";
            case "unsupported_type" -> "this Kibana does not know its type, or does not import it";
            default -> type + " " + error.path("message").asText(error.path("error").asText(""));
        };
    }

    private static String references(JsonNode error) {
        List<String> all = new ArrayList<>();
        JsonNode list = error.isArray() ? error : error.path("references");
        list.forEach(
                one ->
                        all.add(
                                (one.path("type").asText() + " " + one.path("id").asText())
                                        .strip()));
        return String.join(", ", all);
    }
}
