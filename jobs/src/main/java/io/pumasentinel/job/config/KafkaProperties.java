package io.pumasentinel.job.config;

import java.util.Map;

/**
 * Properties passed through to Kafka's clients.
 *
 * @param plain those without a reference
 * @param secret those with at least one
 */
record KafkaProperties(Map<String, String> plain, Map<String, Secret> secret) {

    static final KafkaProperties NONE = new KafkaProperties(Map.of(), Map.of());
}
