package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.JsonFieldMap;
import io.pumasentinel.event.ingest.JsonName;
import io.pumasentinel.event.ingest.TimeUnitName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of {@link JsonFieldMap}: one for each of our names, and the units of two. */
final class JsonFieldOptions {

    private static final ValueType<String> PATH =
            Types.text(
                    "a path like response.code: up to 8 names of letters, digits and _-@ with dots"
                            + " between",
                    JsonFieldMap.PATH);
    private static final Map<JsonName, Option<String>> PATHS = paths();
    private static final Option<TimeUnitName> DURATION_UNIT =
            Option.of(
                    "duration-unit",
                    Types.oneOf(TimeUnitName.class),
                    JsonFieldMap.none().durationUnit(),
                    "The unit of `duration` where it is a number.");
    private static final Option<TimeUnitName> QUEUE_UNIT =
            Option.of(
                    "queue-unit",
                    Types.oneOf(TimeUnitName.class),
                    JsonFieldMap.none().queueUnit(),
                    "The unit of `queue` where it is a number.");

    static final Block<JsonFieldMap> BLOCK = new Block<>(options(), JsonFieldOptions::build);

    private JsonFieldOptions() {}

    private static Map<JsonName, Option<String>> paths() {
        Map<JsonName, Option<String>> paths = new EnumMap<>(JsonName.class);
        for (JsonName name : JsonName.values()) {
            paths.put(name, Option.optional(Types.name(name), PATH, about(name)));
        }
        return paths;
    }

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>(PATHS.values());
        options.add(DURATION_UNIT);
        options.add(QUEUE_UNIT);
        return List.copyOf(options);
    }

    private static JsonFieldMap build(Values values) {
        Map<JsonName, String> paths = new EnumMap<>(JsonName.class);
        Map<String, JsonName> owners = new HashMap<>();
        PATHS.forEach(
                (name, option) -> {
                    String path = values.find(option);
                    if (path != null) {
                        refuseTwice(name, path, owners.put(path, name));
                        paths.put(name, path);
                    }
                });
        return new JsonFieldMap(paths, values.get(DURATION_UNIT), values.get(QUEUE_UNIT));
    }

    private static void refuseTwice(JsonName name, String path, @Nullable JsonName other) {
        if (other != null) {
            throw new InvalidOption(
                    Types.name(name),
                    "path in use (got '%s', as for %s); one path a name"
                            .formatted(path, Types.name(other)));
        }
    }

    private static String about(JsonName name) {
        return switch (name) {
            case TIME -> "When the request was done.";
            case START -> "When the request came.";
            case ADDRESS -> "The client's address, or a forwarded list, nearest hop last.";
            case PEER_ADDRESS -> "The address at the other end of the connection.";
            case REQUEST -> "Method, target and protocol in one text, `GET /path HTTP/1.1`.";
            case METHOD -> "The method.";
            case PATH -> "The path, with or without query.";
            case QUERY -> "The query.";
            case URL -> "The target or the whole URL.";
            case STATUS -> "The status.";
            case DURATION -> "How long the request took; a text may carry its unit.";
            case BYTES -> "The length of the answer's body, in bytes.";
            case USER -> "The authenticated user.";
            case USER_AGENT -> "The user agent.";
            case REFERRER -> "The referrer.";
            case DOMAIN -> "The host that the client asked for.";
            case REQUEST_ID -> "The request's id.";
            case TRACE_ID -> "The trace's id.";
            case ROUTE -> "Controller and action, or another name of the route.";
            case QUEUE -> "How long the request waited before; a text may carry its unit.";
            case REQUEST_START -> "`X-Request-Start` as the proxy sent it.";
            case PID -> "The worker's process id.";
            case HOST -> "The host that wrote the line.";
            case SERVICE -> "The service that wrote the line.";
        };
    }
}
