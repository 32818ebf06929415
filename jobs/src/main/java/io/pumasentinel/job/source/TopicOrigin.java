package io.pumasentinel.job.source;

import java.io.Serializable;

/**
 * Whose lines a topic carries, for lines that do not say so themselves.
 *
 * @param service the service
 * @param host the host
 */
public record TopicOrigin(String service, String host) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is assumed of topics that are not configured. */
    public static final TopicOrigin DEFAULT = new TopicOrigin("default", "default");
}
