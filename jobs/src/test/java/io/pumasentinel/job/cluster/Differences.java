package io.pumasentinel.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What two runs wrote differently. */
final class Differences {
    private Differences() {}

    /**
     * One line for each document that is missing, too much or different; empty if all are equal.
     */
    static List<String> of(
            SortedMap<String, JsonNode> expected, SortedMap<String, JsonNode> found) {
        List<String> differences = new ArrayList<>();
        SortedSet<String> ids = new TreeSet<>(expected.keySet());
        ids.addAll(found.keySet());
        for (String id : ids) {
            JsonNode wanted = expected.get(id);
            JsonNode written = found.get(id);
            if (!Objects.equals(wanted, written)) {
                differences.add(id + ": expected " + wanted + " but found " + written);
            }
        }
        return differences;
    }
}
