package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.job.config.Reading.Depth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\""
                    + " password=\"${env:SECRET}\";";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elasticsearch: {username: a, password: hunter2}",
                "elasticsearch: {api-key: hunter2}",
                "elasticsearch: {token: hunter2}",
                "ingest: {redaction: {key: hunter2}}",
                "elasticsearch: {token: 'x${env:SECRET}hunter2'}",
                "elasticsearch: {urls: ['https://a:hunter2@es:9200']}",
                "elasticsearch: {token: [hunter2]}",
                "elasticsearch: {password: *hunter2}",
                "elasticsearch: {passwort: hunter2}",
                "kibana: {url: 'http://k', username: a, password: hunter2}",
                "kibana: {url: 'http://k', api-key: hunter2}",
                "kibana: {url: 'https://a:hunter2@k:5601'}",
                "kafka: {properties: {ssl.key.password: hunter2}}",
                "kafka: {properties: {sasl.oauthbearer.client.secret: hunter2}}",
                "kafka: {properties: {sasl.jaas.config: 'X required password=\"hunter2\";'}}",
                "kafka: {properties: {sasl.jaas.config: 'X password=hunter2"
                        + " k=\"${env:SECRET}\";'}}",
                "kafka: {properties: {a: '${vault:hunter2}'}}",
            })
    void aSecretInPlainTextIsAProblemThatDoesNotRepeatIt(String text) {
        assertThat(Configs.problems(text)).hasSize(1);
        assertThat(Configs.problems(text).get(0)).doesNotContain("hunter2").contains(" (got ");
    }

    @Test
    void advisesWhatToWriteInstead() {
        assertThat(Configs.problems("elasticsearch: {api-key: hunter2}"))
                .containsExactly(
                        "f:1:26: elasticsearch.api-key: not a reference to a secret (got text not"
                                + " shown here); ${env:NAME} or ${file:/absolute/path}, never the"
                                + " secret itself");
    }

    @Test
    void anUnreadableSecretIsAProblemUnlessOnlyTheTextIsRead(@TempDir Path folder) {
        String unset = "elasticsearch: {api-key: '${env:UNSET}'}";

        assertThat(Configs.problems(unset))
                .containsExactly(
                        "f:1:26: elasticsearch.api-key: unreadable secret (got ${env:UNSET}): the"
                                + " environment variable is not set; a reference that can be read"
                                + " here");
        assertThat(Configs.problems("elasticsearch: {api-key: '${env:EMPTY}'}"))
                .singleElement()
                .asString()
                .contains("the environment variable is empty");
        assertThat(Configs.problems("elasticsearch: {api-key: '${file:" + folder + "/no}'}"))
                .singleElement()
                .asString()
                .contains("the file cannot be read: NoSuchFileException");
        assertThat(Configs.problems("kafka: {properties: {a: '${env:UNSET}'}}"))
                .singleElement()
                .asString()
                .startsWith("f:1:25: kafka.properties.a: unreadable secret (got ${env:UNSET})");
        assertThat(Configs.problems(Depth.TEXT, unset)).isEmpty();
    }

    @Test
    void aKeyThatCanBeReadAndIsTooShortIsAProblemEvenOfTheTextAlone() {
        String short7 = "ingest: {redaction: {mode: token, key: '${env:SECRET}'}}";
        String problem =
                "f:1:40: ingest.redaction.key: too short (got 7 characters); at least 32 of them";

        assertThat(Configs.problems(short7)).containsExactly(problem);
        assertThat(Configs.problems(Depth.TEXT, short7)).containsExactly(problem);
        assertThat(Configs.problems(Depth.TEXT, short7.replace("SECRET", "UNSET"))).isEmpty();
    }

    @Test
    void twoWaysToAuthenticateAreOneTooMany() {
        assertThat(
                        Configs.problems(
                                "elasticsearch:",
                                "  api-key: ${env:SECRET}",
                                "  token: ${env:SECRET}"))
                .containsExactly(
                        "f:3:10: elasticsearch.token: two ways to authenticate (got api-key and"
                                + " token); one of username with password, api-key, token");
    }

    @Test
    void resolvesReferencesWhereTheyStand(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "line\n");
        Secret both = new Secret("a=${env:SECRET};b=${file:" + file + "}");

        assertThat(both.resolve(Configs.ENV)).isEqualTo("a=hunter2;b=line");
        assertThat(new Secret("${env:X}").resolve(Map.of("X", "$1\\${env:X}")))
                .isEqualTo("$1\\${env:X}");
        assertThatThrownBy(() -> new Secret("${env:NOT_SET_ANYWHERE}").resolve())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("${env:NOT_SET_ANYWHERE}");
        assertThatThrownBy(() -> new Secret("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aWholeReferenceTellsItsVariableOrItsFile() {
        assertThat(new Secret("${env:SECRET}").variable()).contains("SECRET");
        assertThat(new Secret("${env:SECRET}").file()).isEmpty();
        assertThat(new Secret("${file:/run/key}").file()).contains("/run/key");
        assertThat(new Secret("a${env:SECRET}").variable()).isEmpty();
    }

    @Test
    void aConfigurationTravelsWithReferencesOnly() throws Exception {
        SentinelConfig config =
                Configs.read(
                        "elasticsearch: {username: a, password: '${env:SECRET}'}",
                        "kafka:",
                        "  bootstrap-servers: ['k:1']",
                        "  properties:",
                        "    sasl.jaas.config: '" + JAAS + "'",
                        "    client.rack: eu",
                        "alerts: {since: 2026-11-21T00:00:00Z}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(config);
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                .contains("${env:SECRET}")
                .doesNotContain("hunter2");
        assertThat(config.toString()).contains("[REDACTED]", "eu").doesNotContain("SECRET");
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(config).hasSameHashCodeAs(config);
        }
    }
}
