package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped search, over events with the fields of Elastic's integration for audit logs. */
final class AuditSearchIT {

    private static final String AUDIT = "/audit";
    private static final String KEYWORDS =
            """
            {"mappings":{"dynamic_templates":[{"keywords":{"match_mapping_type":"string",
             "mapping":{"type":"keyword"}}}],"properties":{"@timestamp":{"type":"date"}}}}\
            """;

    private record Event(String id, String kind, String user, String action, String index) {

        String json() {
            return """
            {"@timestamp":%d,"event":{"action":"%s"},"user":{"name":"%s"},
             "elasticsearch":{"audit":{"action":"%s","indices":["%s"]}}}\
            """
                    .formatted(System.currentTimeMillis(), kind, user, action, index);
        }
    }

    @Test
    void findsWhoTouchedOurIndicesAndIsNotTheJob(@TempDir Path folder) throws Exception {
        String search = Files.readString(Path.of("../deploy/security/audit-search.json"));
        String read = "indices:data/read/search";
        String bulk = "indices:data/write/bulk[s]";
        List<Event> events =
                List.of(
                        new Event("refused", "access_denied", "sentinel", read, "logs-puma.x-a"),
                        new Event("read", "access_granted", "eve", read, "alerts-puma-a-2026.11"),
                        new Event("right", "put_role", "eve", "", ""),
                        new Event("job", "access_granted", "sentinel", bulk, "logs-puma.x-a"),
                        new Event("inside", "access_granted", "_system", read, "logs-puma.x-a"),
                        new Event("elsewhere", "access_granted", "eve", read, "logs-shop"));

        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder, 0);
                RestCalls calls =
                        new RestCalls(ElasticsearchConnection.to(node.url().toString()).open(1))) {
            calls.call("PUT", AUDIT, KEYWORDS).orThrow("index");
            for (Event event : events) {
                String path = AUDIT + "/_doc/" + event.id() + "?refresh=true";
                calls.call("PUT", path, event.json()).orThrow(event.id());
            }
            List<String> found = new ArrayList<>();
            calls.call("POST", AUDIT + "/_search", search)
                    .orThrow("search")
                    .json()
                    .at("/hits/hits")
                    .forEach(hit -> found.add(hit.path("_id").asText()));

            assertThat(found).containsExactlyInAnyOrder("refused", "read", "right");
        }
    }
}
