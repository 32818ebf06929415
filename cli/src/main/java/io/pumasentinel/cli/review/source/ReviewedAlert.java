package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.event.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a review needs of an alert's document; the only class of it that knows how one looks.
 *
 * @param id the incident
 * @param fired when it was raised
 * @param rule the worst part's rule
 * @param title that rule's title
 * @param level the worst part's level
 * @param status where it is in its life, such as {@code open}
 * @param handled whether a person decided something about it
 * @param entityType what kind of thing it is about, such as {@code address}
 * @param entity whom or what it is about
 * @param service the service
 * @param addresses client addresses concerned
 * @param parts the rules that held
 */
public record ReviewedAlert(
        String id,
        Instant fired,
        String rule,
        String title,
        Level level,
        String status,
        boolean handled,
        String entityType,
        String entity,
        String service,
        List<String> addresses,
        List<Part> parts) {

    private static final int SHORT = 8;

    static final String ID = "sentinel.alert.id";
    static final List<String> NOT_NEEDED = List.of("message", "sentinel.alert.evidence");

    /** Keeps copies. */
    public ReviewedAlert {
        addresses = List.copyOf(addresses);
        parts = List.copyOf(parts);
    }

    /**
     * One rule's share of an alert.
     *
     * @param rule the rule
     * @param title its title
     * @param first its first event
     * @param last its last event
     */
    public record Part(String rule, String title, Instant first, Instant last) {}

    /** Whether somebody still has to look: it is not closed, acknowledged or muted. */
    public boolean isUnattended() {
        return status.equals("open") || status.equals("ongoing");
    }

    /** How its id begins; enough for the command ack. */
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    /** Whether it is high or critical. */
    public boolean isSerious() {
        return level.compareTo(Level.HIGH) >= 0;
    }

    static ReviewedAlert of(JsonNode document) {
        JsonNode about = document.at("/sentinel/alert");
        return new ReviewedAlert(
                about.path("id").asText(),
                time(document.path("@timestamp")),
                document.at("/rule/id").asText(),
                document.at("/rule/name").asText(),
                level(about.path("level").asText()),
                about.path("status").asText("unknown"),
                about.has("handling"),
                about.at("/entity/type").asText(),
                about.at("/entity/value").asText(),
                document.at("/service/name").asText(),
                addresses(document),
                parts(about.path("parts")));
    }

    private static List<String> addresses(JsonNode document) {
        List<String> addresses = new ArrayList<>();
        JsonNode source = document.at("/source/ip");
        if (source.isTextual()) {
            addresses.add(source.asText());
        }
        document.at("/related/ip").forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    private static List<Part> parts(JsonNode parts) {
        List<Part> all = new ArrayList<>();
        for (JsonNode part : parts) {
            all.add(
                    new Part(
                            part.path("rule_id").asText(),
                            part.path("name").asText(),
                            time(part.path("first")),
                            time(part.path("last"))));
        }
        return all;
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText());
    }

    private static Level level(String name) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return level;
            }
        }
        return Level.INFORMATIONAL;
    }
}
