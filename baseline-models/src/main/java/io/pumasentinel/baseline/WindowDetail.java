package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * What one window of one endpoint saw beyond sums: by which clients, with which values, how slow
 * its failures were. At most 1.5 kB, mostly 0.3 kB; a plain object for keyed state.
 */
public class WindowDetail {
    /** Latencies of the answers 400 to 499 in nanoseconds. */
    public CoarseHistogram clientErrors = new CoarseHistogram();

    /** Latencies of the answers 500 to 599 in nanoseconds. */
    public CoarseHistogram serverErrors = new CoarseHistogram();

    /** Known lengths of the responses that are no failure, in bytes. */
    public CoarseHistogram bytes = new CoarseHistogram();

    /** Known times in the queue in nanoseconds. */
    public CoarseHistogram queue = new CoarseHistogram();

    public ClientSketch clients = new ClientSketch();
    public WindowValues values = new WindowValues();

    /**
     * Adds what {@link WindowCounts#add} does not ask for.
     *
     * @param client the client's address, null if unknown
     * @param method as logged
     * @param status HTTP status, or -1
     * @param query the query string without {@code ?}; null if there is none
     * @param queueNanos -1 if unknown
     */
    public void add(
            @Nullable String client,
            String method,
            int status,
            @Nullable String query,
            long queueNanos) {
        queue.add((double) queueNanos);
        if (client != null) {
            clients.add(client);
        }
        values.add(method, status, query);
    }
}
