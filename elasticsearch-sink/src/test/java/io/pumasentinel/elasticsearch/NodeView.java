package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;

/** Looks at a node itself, past the gate before it. */
record NodeView(URI url) {

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws IOException;
    }

    void createIndex(String index) throws IOException {
        try (RestCalls calls = new RestCalls(connection().open(1))) {
            calls.call("PUT", "/" + index, null).orThrow(index);
        }
    }

    long count(String index) throws IOException {
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection())) {
            search.refresh(index);
            return search.count(index);
        }
    }

    void awaitCount(String index, long atLeast) throws Exception {
        await(() -> count(index) >= atLeast, atLeast + " documents");
    }

    static void await(Condition condition, String what) throws Exception {
        for (int attempt = 0; !condition.holds(); attempt++) {
            assertThat(attempt).as("attempts to see %s", what).isLessThan(600);
            Thread.sleep(50);
        }
    }

    private ElasticsearchConnection connection() {
        return ElasticsearchConnection.to(url.toString());
    }
}
