package io.pumasentinel.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the jar that a cluster gets, and what must not be. */
class JobJarIT {
    static final Path JAR = Path.of("target", "puma-sentinel-job.jar").toAbsolutePath();

    private static final List<String> OF_THE_SERVER =
            List.of(
                    "org/elasticsearch/node/",
                    "org/elasticsearch/index/",
                    "org/elasticsearch/bootstrap/",
                    "org/elasticsearch/transport/",
                    "org/apache/lucene/",
                    "io/pumasentinel/elasticsearch/node/");
    private static final List<String> OF_THE_CLUSTER =
            List.of(
                    "org/apache/flink/runtime/",
                    "org/apache/flink/streaming/api/",
                    "org/apache/flink/core/",
                    "org/apache/flink/cep/",
                    "org/apache/flink/shaded/",
                    "org/apache/flink/connector/base/",
                    "org/slf4j/Logger.class",
                    "org/apache/logging/");
    private static final List<String> OF_TESTS =
            List.of("org/junit/", "org/assertj/", "kafka/server/", "scala/");

    @Test
    void startsAtMain() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .isEqualTo("io.pumasentinel.job.Main");
            assertThat(entries(jar)).contains("io/pumasentinel/job/Main.class");
        }
    }

    @Test
    void bringsWhatAClusterLacks() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(entries(jar))
                    .contains(
                            "org/apache/flink/connector/kafka/source/KafkaSource.class",
                            "org/apache/kafka/clients/consumer/KafkaConsumer.class",
                            "org/elasticsearch/client/RestClient.class",
                            "com/fasterxml/jackson/core/JsonGenerator.class",
                            "rules/index");
        }
    }

    @Test
    void leavesOutTheServerTheClusterAndTheTests() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (List<String> unwanted : List.of(OF_THE_SERVER, OF_THE_CLUSTER, OF_TESTS)) {
                assertThat(entries(jar))
                        .noneMatch(name -> unwanted.stream().anyMatch(name::startsWith));
            }
        }
    }

    @Test
    void carriesNoSignatureThatTheOtherClassesWouldBreak() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(entries(jar)).noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"));
        }
    }

    @Test
    void keepsTheLicence() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(entries(jar)).contains("META-INF/LICENSE", "META-INF/NOTICE");
        }
    }

    private static List<String> entries(JarFile jar) {
        return jar.stream().map(JarEntry::getName).toList();
    }
}
