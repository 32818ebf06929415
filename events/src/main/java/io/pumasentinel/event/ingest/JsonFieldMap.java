package io.pumasentinel.event.ingest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the fields of a JSON line lie whose logger is not known. A configured field wins over the
 * known ones.
 *
 * @param paths dotted paths by name, such as {@code STATUS: response.code}; at most 8 steps of
 *     letters, digits and {@code _-@}
 * @param durationUnit unit of a configured {@link JsonName#DURATION} that is a number
 * @param queueUnit unit of a configured {@link JsonName#QUEUE} that is a number
 */
public record JsonFieldMap(
        Map<JsonName, String> paths, TimeUnitName durationUnit, TimeUnitName queueUnit)
        implements Serializable {

    /** What {@link #paths()} may hold. */
    public static final String PATH = "[A-Za-z0-9_@-]{1,64}(\\.[A-Za-z0-9_@-]{1,64}){0,7}";

    /**
     * @throws IllegalArgumentException if a path is none, or two names share one
     */
    public JsonFieldMap {
        paths = Map.copyOf(paths);
        Map<String, JsonName> owners = new HashMap<>();
        for (JsonName name : JsonName.values()) {
            String path = paths.get(name);
            if (path == null) {
                continue;
            }
            if (!path.matches(PATH)) {
                throw new IllegalArgumentException(
                        "%s: no path (got %s); names of letters, digits and _-@ with dots between"
                                .formatted(shown(name), path));
            }
            JsonName other = owners.put(path, name);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s: path in use (got %s, as for %s); one path a name"
                                .formatted(shown(name), path, shown(other)));
            }
        }
    }

    /** No configured field; milliseconds. */
    public static JsonFieldMap none() {
        return new JsonFieldMap(Map.of(), TimeUnitName.MS, TimeUnitName.MS);
    }

    private static String shown(JsonName name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
