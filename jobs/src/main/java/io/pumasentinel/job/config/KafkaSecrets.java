package io.pumasentinel.job.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Resolves references to secrets inside Kafka's clients: they ask when they open, on the machine
 * they run on. So a property holds its reference from the file to the client, and the job's graph
 * never holds the value.
 */
abstract class KafkaSecrets implements ConfigProvider {

    abstract String value(String key) throws Refused;

    @Override
    public ConfigData get(String path, Set<String> keys) {
        Map<String, String> values = new HashMap<>();
        for (String key : keys) {
            try {
                values.put(key, value(key));
            } catch (Refused unreadable) {
                throw new ConfigException(
                        "unreadable secret (got " + key + "): " + unreadable.getMessage());
            }
        }
        return new ConfigData(values);
    }

    /** Needs keys: there is no list of secrets. */
    @Override
    public ConfigData get(String path) {
        return new ConfigData(Map.of());
    }

    @Override
    public void configure(Map<String, ?> configuration) {}

    @Override
    public void close() {}

    /** {@code ${env:NAME}}; public with a public constructor because Kafka creates it by name. */
    public static final class FromEnvironment extends KafkaSecrets {

        @Override
        String value(String key) throws Refused {
            return Secret.fromEnvironment(key, System.getenv());
        }
    }

    /** {@code ${file:/path}}; public with a public constructor because Kafka creates it by name. */
    public static final class FromFile extends KafkaSecrets {

        @Override
        String value(String key) throws Refused {
            return Secret.fromFile(key);
        }
    }
}
