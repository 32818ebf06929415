package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An alert as the index has it, as far as a person needs it to decide about it.
 *
 * @param id its id
 * @param service its service
 * @param entity its entity
 * @param ruleName what it is called
 * @param level its level, in lower case
 * @param status where it is in its life, in lower case
 */
public record StoredAlert(
        String id, String service, Entity entity, String ruleName, String level, String status) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10;

    /** A search for alerts whose id begins so, at most {@value #MOST}, the newest first. */
    public static String whoseIdBeginsWith(String prefix) {
        ObjectNode query = JSON.createObjectNode().put("size", MOST);
        query.putObject("query").putObject("prefix").put("sentinel.alert.id", prefix);
        query.putArray("sort").addObject().put("@timestamp", "desc");
        return query.toString();
    }

    /**
     * The alerts of a search's answer.
     *
     * @throws IllegalArgumentException if it is no answer, or holds something that is no alert
     */
    public static List<StoredAlert> of(String answer) {
        try {
            List<StoredAlert> alerts = new ArrayList<>();
            for (JsonNode hit : JSON.readTree(answer).at("/hits/hits")) {
                alerts.add(of(hit.path("_source")));
            }
            return alerts;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no answer of Elasticsearch", e);
        }
    }

    private static StoredAlert of(JsonNode document) {
        JsonNode alert = document.at("/sentinel/alert");
        String type = alert.at("/entity/type").asText().toUpperCase(Locale.ROOT);
        return new StoredAlert(
                alert.path("id").asText(),
                document.at("/service/name").asText(),
                new Entity(EntityType.valueOf(type), alert.at("/entity/value").asText()),
                document.at("/rule/name").asText(),
                alert.path("level").asText(),
                alert.path("status").asText());
    }
}
