package io.pumasentinel.job.config;

import java.io.Serializable;

/**
 * Which documents are written beside the alerts, which always are.
 *
 * @param events one document a request, error and stats sample
 * @param windows one document an endpoint and 10 s window
 * @param deadLetters one document a line that could not be parsed
 */
public record OutputConfig(boolean events, boolean windows, boolean deadLetters)
        implements Serializable {

    /** All of them. */
    public static OutputConfig defaults() {
        return new OutputConfig(true, true, true);
    }
}
