package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A field outside our own namespaces means what the Elastic Common Schema says. */
class EcsFieldsTest {

    /** Not in ECS: what Filebeat calls the place of a line. */
    private static final Set<String> SHIPPERS = Set.of("log.offset", "log.file.line");

    @Test
    void everyFieldIsOursOrInEcsWithACompatibleType() throws IOException {
        Map<String, String> ecs = ecs();
        List<String> wrong = new ArrayList<>();
        IndexFields.all()
                .forEach(
                        (pattern, fields) ->
                                fields.types()
                                        .forEach(
                                                (name, type) -> {
                                                    if (!isOwn(name)
                                                            && !compatible(type, ecs.get(name))) {
                                                        wrong.add(
                                                                pattern
                                                                        + ": "
                                                                        + name
                                                                        + " is "
                                                                        + type
                                                                        + ", in ECS "
                                                                        + ecs.get(name));
                                                    }
                                                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theListHoldsNothingThatNoTemplateUses() throws IOException {
        Set<String> used = new TreeSet<>();
        IndexFields.all().values().forEach(fields -> used.addAll(fields.types().keySet()));

        assertThat(used).containsAll(ecs().keySet()).containsAll(SHIPPERS);
        assertThat(ecs()).hasSizeGreaterThan(40).containsEntry("event.risk_score", "float");
    }

    @Test
    void theListIsOfTheVersionThatTheDocumentsName() {
        assertThat(resource()).isEqualTo("/ecs-8.17.0.csv");
        assertThat(getClass().getResource(resource())).isNotNull();
    }

    private static boolean isOwn(String name) {
        return name.startsWith("puma.") || name.startsWith("sentinel.") || SHIPPERS.contains(name);
    }

    private static boolean compatible(String type, @Nullable String ecs) {
        return ecs != null && family(type).equals(family(ecs));
    }

    /** Types that Kibana searches and aggregates alike. */
    private static String family(String type) {
        return switch (type) {
            case "wildcard", "constant_keyword" -> "keyword";
            case "match_only_text" -> "text";
            case "double", "scaled_float" -> "float";
            default -> type;
        };
    }

    private static Map<String, String> ecs() throws IOException {
        Map<String, String> types = new TreeMap<>();
        try (InputStream file = EcsFieldsTest.class.getResourceAsStream(resource())) {
            String text =
                    new String(
                            Objects.requireNonNull(file, resource()).readAllBytes(),
                            StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.equals("field,type"))
                    .map(line -> line.split(",", 2))
                    .forEach(cells -> types.put(cells[0], cells[1]));
        }
        return types;
    }

    private static String resource() {
        return "/ecs-" + CommonFields.ECS_VERSION + ".csv";
    }
}
