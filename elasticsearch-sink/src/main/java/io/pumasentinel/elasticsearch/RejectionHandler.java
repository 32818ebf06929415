package io.pumasentinel.elasticsearch;

import java.io.Serializable;
import java.util.Optional;

/** Tells what becomes of a document that Elasticsearch will never take. */
@FunctionalInterface
public interface RejectionHandler extends Serializable {

    /**
     * The dead letter to write instead, or nothing to drop the document (it is then counted as lost
     * and logged).
     *
     * <p>A pure function, so that a replay writes the same dead letter. Its index must take any
     * text: a dead letter that is rejected too is lost.
     *
     * @param rejected the document
     * @param status the HTTP status, 4xx; 413 for one above {@link ElasticsearchSink#MAX_BYTES}
     * @param reason Elasticsearch's words, at most 1,000 characters; may quote the document
     */
    Optional<BulkOperation> deadLetter(BulkOperation rejected, int status, String reason);
}
