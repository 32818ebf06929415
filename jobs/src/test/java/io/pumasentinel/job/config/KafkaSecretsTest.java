package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own client resolves what the configuration hands it. */
class KafkaSecretsTest {

    @Test
    void aClientReadsTheFileWhenItOpens(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        KafkaConfig kafka =
                Configs.read(
                                "kafka:",
                                "  properties:",
                                "    sasl.mechanism: PLAIN",
                                "    sasl.jaas.config: 'X required password=\"${file:"
                                        + file
                                        + "}\";'")
                        .kafka();

        assertThat(kafka.clientProperties().toString()).doesNotContain("hunter2");
        assertThat(consumer(kafka).getPassword("sasl.jaas.config").value())
                .isEqualTo("X required password=\"hunter2\";");
        assertThat(consumer(kafka).getString("sasl.mechanism")).isEqualTo("PLAIN");
    }

    @Test
    void aClientReadsTheEnvironmentWhenItOpens() throws Exception {
        String set =
                System.getenv().keySet().stream()
                        .filter(KafkaSecretsTest::usable)
                        .sorted()
                        .findFirst()
                        .orElseThrow();
        KafkaConfig kafka = withKeyPassword("${env:" + set + "}");

        assertThat(consumer(kafka).getPassword("ssl.key.password").value())
                .isEqualTo(System.getenv(set));
    }

    @Test
    void anUnreadableSecretStopsTheClientAndNamesTheReference() throws Exception {
        KafkaConfig kafka = withKeyPassword("${env:NOT_SET_ANYWHERE}");

        assertThatThrownBy(() -> consumer(kafka))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("NOT_SET_ANYWHERE");
    }

    @Test
    void withoutSecretsThereIsNoProvider() {
        assertThat(
                        Configs.read("kafka: {properties: {client.rack: eu}}")
                                .kafka()
                                .clientProperties())
                .isEqualTo(Map.of("client.rack", "eu"));
    }

    private static boolean usable(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !System.getenv(name).isBlank();
    }

    private static KafkaConfig withKeyPassword(String reference) {
        KafkaConfig none = KafkaConfig.defaults();
        return new KafkaConfig(
                none.bootstrapServers(),
                none.groupId(),
                none.startFrom(),
                none.properties(),
                Map.of("ssl.key.password", new Secret(reference)),
                none.sources(),
                none.deadLetterTopic(),
                none.alertTopic(),
                none.ruleTopic(),
                none.controlTopic());
    }

    private static ConsumerConfig consumer(KafkaConfig kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put("bootstrap.servers", "k:1");
        properties.put("key.deserializer", ByteArrayDeserializer.class);
        properties.put("value.deserializer", ByteArrayDeserializer.class);
        return new ConsumerConfig(properties);
    }
}
