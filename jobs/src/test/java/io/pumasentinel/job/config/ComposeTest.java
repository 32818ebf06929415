package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.job.config.Reading.Depth;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml says agrees with the poms, the image and the example configuration. */
class ComposeTest {

    private static final Set<String> ONE_SHOT = Set.of("topics", "certificates", "users", "submit");
    private static final List<String> FLINK = List.of("jobmanager", "taskmanager", "submit");
    private static final String JAR = "/opt/flink/job/puma-sentinel-job.jar";

    private Compose compose;
    private Pom pom;
    private SentinelConfig example;
    private String dockerfile;

    @BeforeEach
    void readTheFiles() throws Exception {
        compose = Compose.read();
        pom = Pom.read();
        example =
                ConfigReader.read(
                        Files.readString(Repository.file("examples/sentinel.yaml")),
                        new Reading("f", Map.of(), Depth.TEXT));
        dockerfile = Files.readString(Repository.file("deploy/flink/Dockerfile"));
    }

    @Test
    void imagesHaveTheVersionsOfThePoms() {
        assertThat(compose.image("kafka")).isEqualTo("apache/kafka:" + pom.value("kafka.version"));
        assertThat(compose.image("topics")).isEqualTo(compose.image("kafka"));
        String elastic = pom.value("elasticsearch.version");
        for (String service : List.of("elasticsearch", "certificates", "users")) {
            assertThat(compose.image(service)).isEqualTo("elasticsearch:" + elastic);
        }
        assertThat(compose.image("kibana")).isEqualTo("kibana:" + elastic);
        for (String service : FLINK) {
            assertThat(compose.image(service))
                    .isEqualTo("puma-sentinel-flink:" + pom.value("version"));
        }
        String java = pom.value("maven.compiler.release");
        assertThat(dockerfile)
                .contains("FROM flink:" + pom.value("flink.version") + "-java" + java + "\n")
                .containsPattern("FROM maven:3\\.9\\S*-eclipse-temurin-" + java + " AS build");
    }

    @Test
    void theJarThatIsBuiltIsTheJarThatIsSubmitted() throws Exception {
        String script = Files.readString(Repository.file("deploy/flink/submit.sh"));

        assertThat(dockerfile).contains("/build/jobs/target/puma-sentinel-job.jar " + JAR);
        assertThat(script).contains("flink run --detached " + JAR + " \"$@\"");
        assertThat(dockerfile).contains("deploy/flink/submit.sh /opt/flink/submit.sh");
        assertThat(compose.list("submit", "command"))
                .containsExactly("/opt/flink/submit.sh", "--config", "/config/sentinel.yaml");
        assertThat(compose.mounts("submit"))
                .contains("${SENTINEL_CONFIG:-./examples/sentinel.yaml}:/config/sentinel.yaml:ro");
    }

    @Test
    void theExampleReadsTheTopicsThatAreCreatedFromTheBrokerThatIsThere() {
        KafkaConfig kafka = example.kafka();
        Stream<String> written =
                Stream.of(kafka.deadLetterTopic(), kafka.alertTopic()).filter(Objects::nonNull);
        Stream<String> read = kafka.sources().stream().map(TopicConfig::topic);

        assertThat(compose.variable("topics", "TOPICS").split(" "))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(read, written).toList());
        assertThat(compose.variable("kafka", "KAFKA_ADVERTISED_LISTENERS").split(","))
                .contains("INSIDE://" + kafka.bootstrapServers().get(0));
        assertThat(compose.list("kafka", "ports")).containsExactly("127.0.0.1:29092:29092");
        assertThat(compose.variable("kafka", "KAFKA_ADVERTISED_LISTENERS"))
                .contains("OUTSIDE://localhost:29092");
    }

    @Test
    void theExampleFindsElasticsearchItsUserAndItsAuthority() throws Exception {
        ElasticsearchConfig elastic = example.elasticsearch();
        URI url = URI.create(elastic.urls().get(0));
        String users = Files.readString(Repository.file("deploy/security/users.sh"));
        String certificates = Files.readString(Repository.file("deploy/security/certificates.sh"));

        assertThat(url.getScheme()).isEqualTo("https");
        assertThat(compose.services()).containsKey(url.getHost());
        assertThat(certificates).contains("--dns " + url.getHost() + ",");
        assertThat(compose.list(url.getHost(), "ports"))
                .containsExactly("127.0.0.1:" + url.getPort() + ":" + url.getPort());
        assertThat(users).contains("/_security/user/" + elastic.username() + " ");
        assertThat(elastic.caFile()).isEqualTo("/certs/ca/ca.crt");
        for (String service : List.of("taskmanager", "submit")) {
            assertThat(compose.mounts(service)).contains("authority:/certs/ca:ro");
            assertThat(elastic.password()).isEqualTo(new Secret("${env:ELASTICSEARCH_PASSWORD}"));
            assertThat(compose.environment(service)).containsKey("ELASTICSEARCH_PASSWORD");
        }
    }

    /** Whoever sets up may do more than the job, so the job is not the one that does it. */
    @Test
    void theJobMayOnlyWriteBecauseSomebodyElseInstallsRolesAndTemplates() throws Exception {
        String users = Files.readString(Repository.file("deploy/security/users.sh"));

        assertThat(users).contains("\"roles\":[\"puma-sentinel-writer\"]");
        assertThat(Repository.file("deploy/security/roles/puma-sentinel-writer.json")).exists();
        for (String folder : List.of("deploy/security/roles", "deploy/elasticsearch")) {
            String target = folder.substring(folder.lastIndexOf('/'));
            assertThat(compose.mounts("users")).contains("./" + folder + ":" + target + ":ro");
            assertThat(users).contains("done <" + target + "/manifest.txt");
            assertThat(Repository.file(folder + "/manifest.txt")).exists();
        }
        assertThat(compose.dependsOn("submit")).containsKey("users");
    }

    @Test
    void everySecretComesFromTheEnvironmentAndHasNoDefault() throws Exception {
        String text = Files.readString(Repository.file("docker-compose.yml"));
        String generator = Files.readString(Repository.file("deploy/security/new-env"));
        Set<String> secrets = new TreeSet<>();
        for (String service : compose.services().keySet()) {
            compose.environment(service)
                    .forEach(
                            (name, value) -> {
                                if (name.matches(".*(PASSWORD|ENCRYPTIONKEY|TOKEN)")) {
                                    secrets.add(requiredVariable(String.valueOf(value)));
                                }
                            });
        }

        assertThat(secrets)
                .containsExactly(
                        "ELASTICSEARCH_PASSWORD",
                        "ELASTIC_PASSWORD",
                        "KIBANA_ENCRYPTION_KEY",
                        "KIBANA_PASSWORD");
        assertThat(secrets).allSatisfy(name -> assertThat(generator).contains(name + "=$(secret)"));
        assertThat(text).doesNotContainPattern("PASSWORD:-|KEY:-");
        assertThat(compose.variable("elasticsearch", "xpack.security.enabled")).isEqualTo("true");
        assertThat(compose.variable("elasticsearch", "xpack.security.http.ssl.enabled"))
                .isEqualTo("true");
        assertThat(Files.readString(Repository.file(".gitignore")).lines()).contains(".env");
        assertThat(Files.readString(Repository.file(".dockerignore")).lines()).contains(".env");
    }

    @Test
    void everyServiceIsBoundedWatchedAndLocal() {
        compose.services()
                .forEach(
                        (name, service) -> {
                            assertThat(service).as(name).containsKeys("mem_limit", "restart");
                            assertThat((String) service.get("image"))
                                    .as(name)
                                    .matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
                            assertThat(service.containsKey("healthcheck"))
                                    .as(name + " has a health check unless it runs once")
                                    .isNotEqualTo(ONE_SHOT.contains(name));
                            assertThat(compose.list(name, "ports"))
                                    .as(name)
                                    .allMatch(port -> port.startsWith("127.0.0.1:"));
                            assertThat(compose.services().keySet())
                                    .containsAll(compose.dependsOn(name).keySet());
                        });
    }

    @Test
    void everyVolumeIsUsedAndEveryMountedFileExists() {
        Set<String> used = new TreeSet<>();
        for (String service : compose.services().keySet()) {
            for (String mount : compose.mounts(service)) {
                String source = mount.replace("${SENTINEL_CONFIG:-", "").replace("}", "");
                source = source.substring(0, source.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(Repository.file(source)).exists();
                } else {
                    used.add(source);
                }
            }
        }

        assertThat(used).containsExactlyInAnyOrderElementsOf(compose.volumes().keySet());
    }

    private static String requiredVariable(String value) {
        assertThat(value).matches("\\$\\{[A-Z_]+:\\?run deploy/security/new-env}");
        return value.substring(2, value.indexOf(':'));
    }
}
