package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One segment of the paths that a log shows, with what follows it. */
final class PathNode {

    static final int MOST_EXAMPLES = 3;

    /** More different texts than these at a placeholder are not worth naming. */
    static final int MOST_VALUES = 8;

    /** Further segments by their text in the template. */
    final TreeMap<String, PathNode> next = new TreeMap<>();

    /** What stood at this placeholder, as long as it is little; empty for a name. */
    final TreeMap<String, Long> values = new TreeMap<>();

    final List<String> examples = new ArrayList<>();

    /** Requests that end here. */
    long ends;

    /** Requests that end here or further on. */
    long passes;

    /** Texts that were united into this one; 1 if it is one text. */
    long united = 1;

    /** Whether a placeholder saw more texts than are kept. */
    boolean manyValues;

    /** Whether texts were united because one route serves them. */
    boolean byRoute;

    @Nullable String route;

    void value(String text) {
        if (values.size() < MOST_VALUES || values.containsKey(text)) {
            values.merge(text, 1L, Long::sum);
        } else {
            manyValues = true;
        }
    }

    void end(String path, @Nullable String servedBy) {
        ends++;
        route = route == null ? servedBy : route;
        example(path);
    }

    private void example(String path) {
        if (examples.size() < MOST_EXAMPLES && !examples.contains(path)) {
            examples.add(path);
        }
    }

    /** The route of the nearest end; null if none has one. */
    @Nullable String nearestRoute() {
        if (route != null) {
            return route;
        }
        for (PathNode child : next.values()) {
            String found = child.nearestRoute();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Takes in another node with everything below it. */
    void unite(PathNode other) {
        ends += other.ends;
        passes += other.passes;
        manyValues |= other.manyValues;
        route = route == null ? other.route : route;
        other.examples.forEach(this::example);
        other.values.forEach((text, count) -> values.merge(text, count, Long::sum));
        for (Map.Entry<String, PathNode> child : other.next.entrySet()) {
            next.computeIfAbsent(child.getKey(), text -> new PathNode()).unite(child.getValue());
        }
    }
}
