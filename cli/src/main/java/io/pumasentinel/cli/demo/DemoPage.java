package io.pumasentinel.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.cli.page.SearchBackend;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.util.Map;

/** What the results page of the demo is told: Elasticsearch's answers and how far the job is. */
public final class DemoPage implements SearchBackend {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticsearchSearch search;
    private volatile String status = starting().toString();

    public DemoPage(ElasticsearchSearch search) {
        this.search = search;
    }

    @Override
    public String search(String index, String body) throws IOException {
        // The specifications name whole streams; the demo shows its own namespace only.
        String stream = index.endsWith("-*") ? index.substring(0, index.length() - 2) : index;
        return search.search(DemoIndices.pattern(stream), body);
    }

    @Override
    public String status() {
        return status;
    }

    /** Tells how far reading has come. */
    public void running(long lines, long total) {
        ObjectNode now = JSON.createObjectNode();
        now.put("state", "running");
        now.put("lines", lines);
        now.put("progress", total == 0 ? 1 : Math.min(1.0, (double) lines / total));
        status = now.toString();
    }

    /** Tells the final numbers. */
    public void done(long lines, long requests, Map<String, Long> documents) {
        ObjectNode now = JSON.createObjectNode();
        now.put("state", "done");
        now.put("progress", 1);
        now.put("lines", lines);
        now.put("requests", requests);
        now.put("windows", documents.getOrDefault("metrics-puma.endpoint", 0L));
        now.put("alerts", documents.getOrDefault("alerts-puma", 0L));
        now.put("dead_letters", documents.getOrDefault("logs-puma.dead_letter", 0L));
        status = now.toString();
    }

    private static ObjectNode starting() {
        ObjectNode now = JSON.createObjectNode();
        now.put("state", "running");
        now.put("progress", 0);
        return now;
    }
}
