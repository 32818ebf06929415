package io.pumasentinel.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka topic that carries lines of Puma.
 *
 * @param topic the topic's name
 * @param service whose lines they are; null: what the configuration's {@code service} says
 * @param host where the lines were written; null: what the record or {@code service} says
 */
public record TopicConfig(String topic, @Nullable String service, @Nullable String host)
        implements Serializable {}
