package io.pumasentinel.elasticsearch;

import java.io.Serializable;

/**
 * An operation on its way, as the sink buffers it and keeps it in checkpoints.
 *
 * @param operation what to write
 * @param deadLetter whether it stands for a rejected document, so that its own rejection is final
 */
record PendingOperation(BulkOperation operation, boolean deadLetter) implements Serializable {

    private static final long serialVersionUID = 1L;
}
