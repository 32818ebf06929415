package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The newest documents of one stream as an Elasticsearch response, in memory bounded by the limit.
 *
 * <p>Order is {@code @timestamp}, newest first; of equal times the later line comes first. Of the
 * documents of one alert only the last line is kept, as in the index.
 */
final class NewestHits {

    private record Hit(String timestamp, long line, @Nullable String id, String source) {}

    private static final Comparator<Hit> OLDEST_FIRST =
            Comparator.comparing(Hit::timestamp).thenComparingLong(Hit::line);

    private final int limit;
    private final SourceFilter filter;
    private final PriorityQueue<Hit> kept = new PriorityQueue<>(OLDEST_FIRST);
    private final Map<String, Hit> byId = new HashMap<>();
    private long lines;
    private long total;

    NewestHits(int limit, SourceFilter filter) {
        this.limit = limit;
        this.filter = filter;
    }

    /** Takes one document; one without a {@code @timestamp} text sorts as the oldest. */
    void add(JsonNode document) {
        lines++;
        String timestamp = document.path("@timestamp").asText("");
        String id = document.path("sentinel").path("alert").path("id").textValue();
        if (!replaces(id)) {
            total++;
        }
        Hit oldest = kept.peek();
        if (kept.size() >= limit && oldest != null && oldest.timestamp().compareTo(timestamp) > 0) {
            return;
        }
        keep(new Hit(timestamp, lines, id, Json.write(filter.apply(document))));
    }

    /** Counts documents that match but were merged into those that were added. */
    void alsoMatched(long documents) {
        total += documents;
    }

    private boolean replaces(@Nullable String id) {
        Hit earlier = id == null ? null : byId.remove(id);
        return earlier != null && kept.remove(earlier);
    }

    private void keep(Hit hit) {
        kept.add(hit);
        if (hit.id() != null) {
            byId.put(hit.id(), hit);
        }
        if (kept.size() > limit) {
            Hit dropped = kept.remove();
            if (dropped.id() != null) {
                byId.remove(dropped.id());
            }
        }
    }

    /** Writes {@code {"hits":{"total":{...},"hits":[{"_source":{...}}, ...]}}}. */
    void write(Appendable out) throws IOException {
        List<Hit> newestFirst = new ArrayList<>(kept);
        newestFirst.sort(OLDEST_FIRST.reversed());
        out.append("{\"hits\":{\"total\":{\"value\":").append(Long.toString(total));
        out.append(",\"relation\":\"eq\"},\"hits\":[");
        String separator = "";
        for (Hit hit : newestFirst) {
            out.append(separator).append("{\"_source\":").append(hit.source()).append('}');
            separator = ",\n";
        }
        out.append("]}}");
    }
}
