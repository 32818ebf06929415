package io.pumasentinel.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The service and host of lines whose topic or file tells none.
 *
 * @param name the service; null: the single pair in the stats, else {@code default}
 * @param host the host; null: like {@code name}
 */
public record ServiceConfig(@Nullable String name, @Nullable String host) implements Serializable {

    /** Neither is configured. */
    public static ServiceConfig defaults() {
        return new ServiceConfig(null, null);
    }
}
