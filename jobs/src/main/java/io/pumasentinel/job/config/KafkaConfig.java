package io.pumasentinel.job.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where lines come from and where alerts and dead letters may go.
 *
 * @param bootstrapServers {@code host:port}, each once; empty if the job reads no Kafka
 * @param groupId the consumer group
 * @param startFrom where a topic begins without a checkpoint
 * @param properties further client properties that are no secrets
 * @param secretProperties further client properties that hold a reference to a secret
 * @param sources the topics read, each once
 * @param deadLetterTopic receives what cannot be parsed; null: none
 * @param alertTopic receives every alert as it changes; null: none
 * @param ruleTopic brings changes of rules; null: none
 * @param controlTopic brings what people decide about alerts; null: none
 */
public record KafkaConfig(
        List<String> bootstrapServers,
        String groupId,
        StartFrom startFrom,
        Map<String, String> properties,
        Map<String, Secret> secretProperties,
        List<TopicConfig> sources,
        @Nullable String deadLetterTopic,
        @Nullable String alertTopic,
        @Nullable String ruleTopic,
        @Nullable String controlTopic)
        implements Serializable {

    /** A topic that is written may not be read as well, or the job would feed itself. */
    public KafkaConfig {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        secretProperties = Collections.unmodifiableMap(new TreeMap<>(secretProperties));
        sources = List.copyOf(sources);
        Set<String> topics = new HashSet<>();
        for (TopicConfig source : sources) {
            if (!topics.add(source.topic())) {
                throw new InvalidOption(
                        "sources",
                        "the same topic twice (got '" + source.topic() + "'); each topic once");
            }
        }
        refuseReading(topics, "dead-letter-topic", deadLetterTopic);
        refuseReading(topics, "alert-topic", alertTopic);
        refuseReading(topics, "rule-topic", ruleTopic);
        refuseReading(topics, "control-topic", controlTopic);
    }

    /** No servers, no topics. */
    public static KafkaConfig defaults() {
        return new KafkaConfig(
                List.of(),
                "puma-sentinel",
                StartFrom.COMMITTED,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    /**
     * What every Kafka client of the job is given beside servers and group: the properties, with
     * references in place of secrets, and the provider that resolves them where the client opens.
     */
    public Map<String, String> clientProperties() {
        Map<String, String> all = new TreeMap<>(properties);
        secretProperties.forEach((name, secret) -> all.put(name, secret.reference()));
        if (!secretProperties.isEmpty()) {
            all.put("config.providers", "env,file");
            all.put("config.providers.env.class", KafkaSecrets.FromEnvironment.class.getName());
            all.put("config.providers.file.class", KafkaSecrets.FromFile.class.getName());
        }
        return all;
    }

    private static void refuseReading(Set<String> read, String field, @Nullable String written) {
        if (written != null && read.contains(written)) {
            throw new InvalidOption(
                    field,
                    "the topic is read as a source (got '"
                            + written
                            + "'); a topic that is not among the sources");
        }
    }
}
