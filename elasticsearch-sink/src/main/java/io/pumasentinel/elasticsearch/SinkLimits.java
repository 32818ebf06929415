package io.pumasentinel.elasticsearch;

import java.io.Serializable;
import java.time.Duration;

/**
 * The sink's numbers.
 *
 * @param batchOperations most operations in a request
 * @param batchBytes most bytes in a request, about
 * @param inFlight most requests that wait for an answer, for every subtask
 * @param linger longest wait for a batch to fill
 * @param backoff waits after a failure
 * @param giveUpAfter how long nothing may be taken before the job fails
 */
record SinkLimits(
        int batchOperations,
        long batchBytes,
        int inFlight,
        Duration linger,
        Backoff backoff,
        Duration giveUpAfter)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Batches that may wait while all requests are in flight; then the sink blocks its input. */
    private static final int BUFFERED_BATCHES = 4;

    SinkLimits {
        require(batchOperations > 0, "batch size", batchOperations, "1 or more operations");
        require(
                batchBytes >= ElasticsearchSink.MAX_BYTES,
                "batch bytes",
                batchBytes,
                ElasticsearchSink.MAX_BYTES + " or more, the limit of one document");
        require(inFlight > 0, "requests in flight", inFlight, "1 or more");
        require(linger.toMillis() > 0, "linger", linger, "PT0.001S or more");
        require(!giveUpAfter.isNegative(), "give up", giveUpAfter, "no negative duration");
    }

    /** Operations that may wait. */
    int buffered() {
        return Math.multiplyExact(batchOperations, BUFFERED_BATCHES);
    }

    private static void require(boolean holds, String what, Object got, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Elasticsearch sink: wrong "
                            + what
                            + " (got "
                            + got
                            + "); allowed: "
                            + allowed);
        }
    }
}
