package io.pumasentinel.job.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A decision as one JSON object, as it stands on the control topic:
 *
 * <pre>
 * {"alert":"5f…","service":"shop","entity":{"type":"address","value":"203.0.113.9"},
 *  "action":"mute","at":"2026-11-27T08:00:00Z","until":"2026-11-27T10:00:00Z","by":"ada"}
 * </pre>
 *
 * <p>{@code until} is needed to mute and ignored otherwise; {@code by} may be missing.
 */
public final class DecisionText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 256;

    private DecisionText() {}

    /** Writes it in one line. */
    public static String of(Decision decision) {
        ObjectNode json = JSON.createObjectNode();
        json.put("alert", decision.alertId());
        json.put("service", decision.service());
        json.putObject("entity")
                .put("type", lower(decision.entity().type()))
                .put("value", decision.entity().value());
        json.put("action", lower(decision.action()));
        json.put("at", Instant.ofEpochMilli(decision.atMillis()).toString());
        if (decision.action() == Action.MUTE) {
            json.put("until", Instant.ofEpochMilli(decision.untilMillis()).toString());
        }
        json.put("by", decision.by());
        return json.toString();
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    public static Decision read(String text) {
        JsonNode json = tree(text);
        Action action = oneOf(Action.class, json, "/action");
        long at = time(json, "/at");
        long until = action == Action.MUTE ? time(json, "/until") : Long.MIN_VALUE;
        if (action == Action.MUTE && until <= at) {
            throw new IllegalArgumentException(
                    "until is not after at (got " + json.at("/until").asText() + ")");
        }
        String by = json.path("by").asText("");
        return new Decision(
                named(json, "/alert"),
                named(json, "/service"),
                new Entity(
                        oneOf(EntityType.class, json, "/entity/type"),
                        named(json, "/entity/value")),
                action,
                at,
                until,
                by.substring(0, Math.min(by.length(), LONGEST_NAME)));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON object", e);
        }
    }

    private static String named(JsonNode json, String path) {
        String text = json.at(path).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(path.substring(1) + " is missing");
        }
        return text;
    }

    private static long time(JsonNode json, String path) {
        String text = named(json, path);
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    path.substring(1) + " is no time (got " + text + "); ISO 8601 in UTC", e);
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, JsonNode json, String path) {
        String text = named(json, path);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> lower(value).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is unknown (got %s); one of %s"
                                                .formatted(
                                                        path.substring(1),
                                                        text,
                                                        Arrays.stream(type.getEnumConstants())
                                                                .map(DecisionText::lower)
                                                                .toList())));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
