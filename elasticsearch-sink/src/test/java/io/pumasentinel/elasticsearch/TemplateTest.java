package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TemplateTest {

    private static final Path FOLDER = Path.of("../deploy/elasticsearch");

    @Test
    void packsEveryFileOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .collect(Collectors.toSet());
            assertThat(Files.readAllLines(FOLDER.resolve("manifest.txt")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void putsPlainIndicesAboveElasticsearchsOwnTemplates() throws Exception {
        List<Template> indices =
                Template.bundled().stream()
                        .filter(template -> template.kind() == Template.Kind.INDEX)
                        .toList();

        assertThat(indices).hasSize(8);
        assertThat(indices)
                .allSatisfy(
                        template -> {
                            assertThat(template.body().path("priority").asInt()).isGreaterThan(200);
                            assertThat(template.body().has("data_stream")).isFalse();
                            assertThat(template.version()).isPositive();
                        });
    }

    @Test
    void namesOnlyComponentsAndPoliciesThatComeBefore() throws Exception {
        Set<String> known = new java.util.HashSet<>();
        for (Template template : Template.bundled()) {
            JsonNode body = template.body();
            body.path("composed_of").forEach(name -> assertThat(known).contains(name.asText()));
            for (String pointer :
                    List.of(
                            "/template/settings/index/lifecycle/name",
                            "/template/settings/index/final_pipeline",
                            "/dest/pipeline")) {
                JsonNode needed = body.at(pointer);
                assertThat(needed.isMissingNode() || known.contains(needed.asText()))
                        .as(template.label() + " needs " + needed)
                        .isTrue();
            }
            known.add(template.name());
        }
    }

    @Test
    void indexesNoFieldThatItDoesNotName() throws Exception {
        Template base =
                Template.bundled().stream()
                        .filter(template -> template.name().equals("puma-sentinel-base"))
                        .findFirst()
                        .orElseThrow();

        assertThat(base.body().at("/template/mappings/dynamic").asText()).isEqualTo("false");
        assertThat(base.body().at("/template/mappings/date_detection").asBoolean()).isFalse();
    }

    @Test
    void givesABareServerOnlyWhatItKnows() throws Exception {
        Edition bare = new Edition(Set.of(), Set.of("wildcard", "match_only_text"));

        for (Template template : Template.bundled()) {
            String adapted = bare.adapt(template).toString();
            assertThat(adapted)
                    .doesNotContain("\"wildcard\"", "match_only_text", "best_compression");
            assertThat(bare.takes(template)).isEqualTo(template.kind().needs().isEmpty());
            if (bare.takes(template)) {
                assertThat(adapted).doesNotContain("\"lifecycle\"", "final_pipeline");
            }
        }
        assertThat(bare.shortcomings()).hasSize(7);
    }

    @Test
    void changesNothingForAFullServer() throws Exception {
        Edition full = new Edition(EnumSet.allOf(Feature.class), Set.of());

        for (Template template : Template.bundled()) {
            assertThat(full.adapt(template)).isEqualTo(template.body());
            assertThat(full.takes(template)).isTrue();
        }
        assertThat(full.shortcomings()).isEmpty();
    }

    @Test
    void saysOfEveryTemplateWhoMadeItAndInWhichVersion() throws Exception {
        for (Template template : Template.bundled()) {
            assertThat(template.isOurs(template.body())).as(template.label()).isTrue();
            assertThat(template.version()).as(template.label()).isPositive();
        }
    }

    @Test
    void namesWhatExistsOnceANamespaceByIt() throws Exception {
        SetupScope scope = new SetupScope("shop", "nightly");
        for (Template template : Template.bundled()) {
            Template scoped = template.in(scope);
            assertThat(scoped.body().toString()).as(template.label()).doesNotContain("${");
            assertThat(scoped.name())
                    .isEqualTo(
                            template.kind() == Template.Kind.TRANSFORM
                                    ? template.name() + "-shop"
                                    : template.name());
        }
    }
}
