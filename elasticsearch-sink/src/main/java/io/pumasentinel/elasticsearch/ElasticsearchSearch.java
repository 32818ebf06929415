package io.pumasentinel.elasticsearch;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads indices: counts, searches, and makes what was written visible to both. An index or pattern
 * that does not exist is an empty one. Thread-safe.
 */
public final class ElasticsearchSearch implements Closeable {

    private static final String LENIENT = "?ignore_unavailable=true&allow_no_indices=true";

    private final RestCalls calls;

    /**
     * Opens a client.
     *
     * @throws IOException if the secret or the CA file cannot be read
     */
    public ElasticsearchSearch(ElasticsearchConnection connection) throws IOException {
        this.calls = new RestCalls(connection.open(4));
    }

    /**
     * The number of documents that searches see.
     *
     * @param index a name or pattern
     * @throws IOException if there is no answer or a refusal
     */
    public long count(String index) throws IOException {
        return calls.call("GET", "/" + index + "/_count" + LENIENT, null)
                .orThrow("count " + index)
                .json()
                .path("count")
                .asLong();
    }

    /**
     * Makes everything written so far visible to searches.
     *
     * @param index a name or pattern
     * @throws IOException if there is no answer or a refusal
     */
    public void refresh(String index) throws IOException {
        calls.call("POST", "/" + index + "/_refresh" + LENIENT, null).orThrow("refresh " + index);
    }

    /**
     * The answer to a search, as it came.
     *
     * @param index a name or pattern
     * @param jsonBody the query in Elasticsearch's language
     * @throws IOException if there is no answer or a refusal
     */
    public String search(String index, String jsonBody) throws IOException {
        return calls.call("POST", "/" + index + "/_search" + LENIENT, jsonBody)
                .orThrow("search " + index)
                .body();
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}
