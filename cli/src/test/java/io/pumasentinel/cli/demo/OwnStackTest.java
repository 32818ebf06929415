package io.pumasentinel.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.KibanaConfig;
import io.pumasentinel.job.config.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnStackTest {
    private static final String ES = "PUMA_SENTINEL_ELASTICSEARCH_";
    private static final String KIBANA = "PUMA_SENTINEL_KIBANA_";
    private static final Map<String, String> BARE = Map.of();

    @Test
    void needsNothingFromTheEnvironmentWhereNothingIsProtected() {
        OwnStack own = OwnStack.of("http://es:9200/", null, BARE);

        assertThat(own.elasticsearch().urls()).containsExactly("http://es:9200");
        assertThat(own.elasticsearch().namespace()).isEqualTo("demo");
        assertThat(own.elasticsearch().username()).isNull();
        assertThat(own.kibana()).isEqualTo(KibanaConfig.defaults());
    }

    @Test
    void refersToSecretsInVariablesAndFiles() {
        Map<String, String> env =
                Map.of(
                        ES + "USERNAME", "sentinel",
                        ES + "PASSWORD_FILE", "secrets/password",
                        ES + "CA_FILE", "ca.pem",
                        KIBANA + "API_KEY", "hunter2",
                        KIBANA + "CA_FINGERPRINT", "ab".repeat(32),
                        KIBANA + "SPACE", "ops");
        OwnStack own = OwnStack.of("https://es", "https://k:5601/base", env);
        ElasticsearchConfig elasticsearch = own.elasticsearch();
        String password = Path.of("secrets/password").toAbsolutePath().toString();

        assertThat(elasticsearch.username()).isEqualTo("sentinel");
        assertThat(elasticsearch.password()).isEqualTo(new Secret("${file:" + password + "}"));
        assertThat(elasticsearch.caFile()).isEqualTo(Path.of("ca.pem").toAbsolutePath().toString());
        assertThat(own.kibana())
                .isEqualTo(
                        new KibanaConfig(
                                "https://k:5601/base",
                                "ops",
                                null,
                                null,
                                new Secret("${env:" + KIBANA + "API_KEY}"),
                                null,
                                null,
                                "ab".repeat(32)));
        assertThat(own.toString()).doesNotContain("hunter2");
    }

    @Test
    void tellsWhichVariablesContradictEachOther() {
        assertRefused(
                Map.of(ES + "USERNAME", "a"),
                "environment variables "
                        + ES
                        + "*: username: no password (got only a username); both or none");
        assertRefused(
                Map.of(ES + "API_KEY", "hunter2", ES + "API_KEY_FILE", "f"),
                ES + "API_KEY: given twice (got also " + ES + "API_KEY_FILE); one of them");
        assertRefused(
                Map.of(KIBANA + "SPACE", "My Space"),
                KIBANA
                        + "SPACE: no space's identifier (got My Space); lower-case letters, digits,"
                        + " _ and -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"es:9200", "ftp://es", "http://", "http://es?x=1", "http://es#x", "a b"})
    void refusesWhatIsNoAddress(String url) {
        for (List<String> pair : List.of(List.of(url, "http://k"), List.of("http://es", url))) {
            assertThatThrownBy(() -> OwnStack.of(pair.get(0), pair.get(1), BARE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(": no URL (got " + url + "); a URL like ");
        }
    }

    private static void assertRefused(Map<String, String> env, String message) {
        assertThatThrownBy(() -> OwnStack.of("http://es", "http://k", env))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasMessageNotContaining("hunter2");
    }
}
