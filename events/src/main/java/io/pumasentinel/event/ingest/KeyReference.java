package io.pumasentinel.event.ingest;

import java.io.Serializable;

/**
 * Where a key can be read, never the key itself: this is what travels to the workers and into
 * checkpoints.
 */
public interface KeyReference extends Serializable {

    /**
     * The key, read now, where this is called.
     *
     * @throws IllegalStateException if it cannot be read; names the reference, never the key
     */
    String resolve();
}
