package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert's document, read the way an analyst reads it. */
record RaisedAlert(JsonNode document) {

    /** One rule's share of an alert. */
    record Part(String rule, Instant first, Instant last) {}

    String id() {
        return about().path("id").asText();
    }

    Instant start() {
        return Instant.parse(document.at("/event/start").asText());
    }

    Instant end() {
        return Instant.parse(document.at("/event/end").asText());
    }

    String source() {
        return document.at("/source/ip").asText("");
    }

    String endpoint() {
        return document.at("/puma/endpoint").asText("");
    }

    String service() {
        return document.at("/service/name").asText();
    }

    String explanation() {
        return about().path("explanation").asText();
    }

    JsonNode evidence() {
        return about().path("evidence");
    }

    List<String> techniques() {
        List<String> ids = new ArrayList<>();
        document.at("/threat/technique/id").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : about().path("parts")) {
            parts.add(
                    new Part(
                            part.path("rule_id").asText(),
                            Instant.parse(part.path("first").asText()),
                            Instant.parse(part.path("last").asText())));
        }
        return parts;
    }

    private JsonNode about() {
        return document.at("/sentinel/alert");
    }

    @Override
    public String toString() {
        return start() + " to " + end() + " " + explanation();
    }
}
