package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.job.sink.IndexNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles in deploy/security/roles speak of the indices that the job writes, and of no other. */
class RoleIndicesTest {
    private static final long TIME = 1_795_000_000_000L;

    private static Set<String> written(String namespace) {
        IndexNames names = new IndexNames(namespace);
        return Stream.of(
                        names.access(TIME),
                        names.error(TIME),
                        names.stats(TIME),
                        names.endpoint(TIME),
                        names.deadLetter(TIME),
                        names.alertTransition(TIME),
                        names.alert(TIME))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With the hours, which a transform of the cluster writes. */
    private static Set<String> all(String namespace) {
        Set<String> all = written(namespace);
        all.add("metrics-puma.endpoint_hourly-" + namespace);
        return all;
    }

    @Test
    void listsEveryNameThatTheJobGivesToAnIndex() {
        long naming =
                Stream.of(IndexNames.class.getDeclaredMethods())
                        .filter(method -> method.getReturnType() == String.class)
                        .filter(method -> List.of(method.getParameterTypes()).equals(MILLIS))
                        .filter(method -> !method.getName().equals("day"))
                        .count();

        assertThat(written("default")).hasSize(Math.toIntExact(naming));
    }

    private static final List<Class<?>> MILLIS = List.of(long.class);

    @ParameterizedTest
    @ValueSource(strings = {"writer", "setup", "reader", "analyst"})
    void coverEveryIndexOnceAndNoOther(String role) throws Exception {
        Map<String, String> patterns = patterns(role);
        boolean job = role.equals("writer");

        for (String namespace : List.of("default", "shop-eu")) {
            for (String index : job ? written(namespace) : all(namespace)) {
                assertThat(patterns.keySet()).as(index).filteredOn(p -> fits(p, index)).hasSize(1);
            }
        }
        for (String pattern : patterns.keySet()) {
            assertThat(all("default")).as(pattern).filteredOn(i -> fits(pattern, i)).hasSize(1);
            assertThat(pattern).matches("[a-z]+-puma[.a-z_]*-\\*");
        }
    }

    @Test
    void letTheWriterReplaceAlertsOnly() throws Exception {
        patterns("writer")
                .forEach(
                        (pattern, privileges) ->
                                assertThat(privileges)
                                        .as(pattern)
                                        .isEqualTo(
                                                pattern.equals("alerts-puma-*")
                                                        ? "[\"auto_configure\",\"index\"]"
                                                        : "[\"auto_configure\",\"create_doc\"]"));
    }

    private static Map<String, String> patterns(String role) throws IOException {
        String file = "deploy/security/roles/puma-sentinel-" + role + ".json";
        JsonNode json = new ObjectMapper().readTree(Repository.file(file).toFile());
        Map<String, String> patterns = new TreeMap<>();
        for (JsonNode entry : json.path("indices")) {
            String privileges = entry.path("privileges").toString();
            entry.path("names").forEach(name -> patterns.put(name.asText(), privileges));
        }
        return patterns;
    }

    private static boolean fits(String pattern, String index) {
        return index.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
