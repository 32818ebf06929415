package io.pumasentinel.job.source;

import java.util.List;
import java.util.Map;

/**
 * Which topics to read, from where and as whom.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param topics at least one
 * @param groupId the consumer group under which offsets are committed
 * @param start where a topic begins without a checkpoint
 * @param origins service and host by topic; {@link TopicOrigin#DEFAULT} for others
 * @param clientProperties passed to the Kafka client as they are, such as its security settings
 */
public record KafkaInput(
        String bootstrapServers,
        List<String> topics,
        String groupId,
        Start start,
        Map<String, TopicOrigin> origins,
        Map<String, String> clientProperties) {

    /** Where a topic begins without a checkpoint. */
    public enum Start {
        /** At its first record. */
        EARLIEST,
        /** At the records written from now on. */
        LATEST,
        /** Where the group stopped, else at its first record. */
        COMMITTED
    }

    /**
     * @throws IllegalArgumentException if a server, topic or group is missing
     */
    public KafkaInput {
        topics = List.copyOf(topics);
        origins = Map.copyOf(origins);
        clientProperties = Map.copyOf(clientProperties);
        if (bootstrapServers.isBlank() || topics.isEmpty() || groupId.isBlank()) {
            throw new IllegalArgumentException(
                    "Kafka input: something is missing (got servers '%s', topics %s, group '%s'); name all three"
                            .formatted(bootstrapServers, topics, groupId));
        }
    }
}
