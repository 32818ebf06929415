package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RolesTest {

    private static final Path SECURITY = Path.of("../deploy/security");
    private static final String REQUESTS = "logs-puma.access-default-2026.11.21";
    private static final String ALERTS = "alerts-puma-default-2026.11";
    private static final List<String> TEMPLATES =
            List.of("indices:admin/index_template/put", "cluster:admin/component_template/put");

    @Test
    void packsEveryFileOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(SECURITY.resolve("roles"))) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .collect(Collectors.toSet());
            assertThat(Files.readAllLines(SECURITY.resolve("roles/manifest.txt")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void namesOnlyPrivilegesThatElasticsearchAndKibanaKnow() throws Exception {
        for (Role role : Role.bundled()) {
            assertThat(texts(role.body().path("cluster"))).isSubsetOf(Privileges.CLUSTER.keySet());
            for (JsonNode entry : role.body().path("indices")) {
                assertThat(texts(entry.path("privileges"))).isSubsetOf(Privileges.INDEX.keySet());
            }
            for (JsonNode entry : role.body().path("applications")) {
                assertThat(texts(entry.path("privileges"))).isSubsetOf(Privileges.KIBANA);
                assertThat(entry.path("application").asText()).isEqualTo("kibana-.kibana");
            }
            assertThat(Role.isOurs(role.body())).isTrue();
            assertThat(role.version()).isPositive();
        }
    }

    @Test
    void letsNobodyButTheSetUpChangeTemplatesAndPolicies() throws Exception {
        for (Role role : Role.bundled()) {
            Rights rights = new Rights(role.body());
            boolean setup = role.name().equals("puma-sentinel-setup");
            assertThat(TEMPLATES).as(role.name()).allMatch(put -> rights.onCluster(put) == setup);
            assertThat(rights.onCluster("cluster:admin/ilm/put")).as(role.name()).isEqualTo(setup);
        }
    }

    @Test
    void letsNobodyChangeRolesOrMakeKeys() throws Exception {
        for (Role role : Role.bundled()) {
            Rights rights = new Rights(role.body());
            assertThat(rights.onCluster("cluster:admin/xpack/security/role/put"))
                    .as(role.name())
                    .isFalse();
            assertThat(rights.onCluster("cluster:admin/xpack/security/api_key/create"))
                    .as(role.name())
                    .isFalse();
        }
    }

    @Test
    void letsTheWriterAppendAndNothingElse() {
        Rights writer = Rights.of("puma-sentinel-writer");

        assertThat(writer.onIndex(REQUESTS, "indices:data/write/index:op_type/create")).isTrue();
        assertThat(writer.onIndex(REQUESTS, "indices:admin/auto_create")).isTrue();
        assertThat(writer.onIndex(REQUESTS, "indices:data/write/index:op_type/index")).isFalse();
        assertThat(writer.onIndex(REQUESTS, "indices:data/write/update")).isFalse();
        assertThat(writer.onIndex(ALERTS, "indices:data/write/index:op_type/index")).isTrue();
        for (String index : List.of(REQUESTS, ALERTS)) {
            assertThat(writer.onIndex(index, "indices:data/read/search")).isFalse();
            assertThat(writer.onIndex(index, "indices:data/write/delete")).isFalse();
            assertThat(writer.onIndex(index, "indices:admin/delete")).isFalse();
            assertThat(writer.onIndex(index, "indices:admin/create")).isFalse();
            assertThat(writer.onIndex(index, "indices:admin/mapping/put")).isFalse();
        }
        assertThat(writer.onIndex("logs-other-default", "indices:data/write/index:op_type/create"))
                .isFalse();
        assertThat(writer.onCluster("cluster:monitor/health")).isTrue();
        assertThat(writer.onCluster("indices:admin/index_template/get")).isTrue();
        assertThat(privileges("puma-sentinel-writer"))
                .doesNotContain("all", "manage", "write", "delete", "delete_index", "create_index");
    }

    @Test
    void letsTheSetUpManageIndicesForTheLifecycleButReadNoRequest() {
        Rights setup = Rights.of("puma-sentinel-setup");

        assertThat(setup.onIndex(REQUESTS, "indices:admin/delete")).isTrue();
        assertThat(setup.onIndex(REQUESTS, "indices:data/read/search")).isFalse();
        assertThat(setup.onIndex(ALERTS, "indices:data/write/index:op_type/index")).isFalse();
    }

    @Test
    void letsTheTransformOfTheSetUpReadWindowsAndWriteHours() {
        Rights setup = Rights.of("puma-sentinel-setup");
        String windows = "metrics-puma.endpoint-default-2026.11.21";
        String hours = "metrics-puma.endpoint_hourly-default";

        assertThat(setup.onIndex(windows, "indices:data/read/search")).isTrue();
        assertThat(setup.onIndex(windows, "indices:data/write/delete")).isFalse();
        assertThat(setup.onIndex(hours, "indices:data/write/index:op_type/index")).isTrue();
        assertThat(setup.onIndex(hours, "indices:data/write/delete")).isTrue();
        assertThat(setup.onCluster("cluster:admin/transform/put")).isTrue();
    }

    @Test
    void letsTheAnalystAnnotateAlertsOnly() {
        Rights reader = Rights.of("puma-sentinel-reader");
        Rights analyst = Rights.of("puma-sentinel-analyst");

        for (String index : List.of(REQUESTS, ALERTS)) {
            assertThat(reader.onIndex(index, "indices:data/read/search")).isTrue();
            assertThat(analyst.onIndex(index, "indices:data/read/search")).isTrue();
            assertThat(reader.onIndex(index, "indices:data/write/update")).isFalse();
            assertThat(analyst.onIndex(index, "indices:data/write/delete")).isFalse();
        }
        assertThat(analyst.onIndex(ALERTS, "indices:data/write/update")).isTrue();
        assertThat(analyst.onIndex(REQUESTS, "indices:data/write/update")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"writer", "analyst"})
    void aKeyMayWhatItsRoleMayAndExpires(String name) throws Exception {
        JsonNode key =
                new ObjectMapper()
                        .readTree(SECURITY.resolve("api-keys/" + name + ".json").toFile());
        ObjectNode role = Rights.of("puma-sentinel-" + name).role().deepCopy();
        role.remove("metadata");

        assertThat(key.at("/role_descriptors/puma-sentinel-" + name)).isEqualTo(role);
        assertThat(key.path("role_descriptors").size()).isOne();
        assertThat(key.path("expiration").asText()).matches("\\d+d");
    }

    private static List<String> privileges(String name) {
        JsonNode role = Rights.of(name).role();
        List<String> all = texts(role.path("cluster"));
        role.path("indices").forEach(entry -> all.addAll(texts(entry.path("privileges"))));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
