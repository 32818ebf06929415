package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every shipped rule. */
class CatalogueTest {
    private final RuleSet rules = Catalogue.load();

    /** Written anew by {@code -Dgolden.rewrite=true}. */
    @Test
    void indexListsEveryRuleFile() throws IOException {
        String listed =
                Catalogue.walk(Catalogue.ROOT).stream()
                        .filter(file -> file.endsWith("rule.yml"))
                        .map(file -> Catalogue.ROOT.relativize(file).toString().replace('\\', '/'))
                        .collect(Collectors.joining("\n", "", "\n"));
        Path index = Catalogue.ROOT.resolve("index");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(index, listed);
        }
        assertThat(Files.readString(index)).isEqualTo(listed);
    }

    @Test
    void everyRuleIsCalledLikeItsFolderAndBelongsToItsFamily() {
        Set<String> names = new TreeSet<>();
        for (Path folder : Catalogue.folders()) {
            RuleMeta meta = rules.meta(Catalogue.nameOf(folder)).orElseThrow();
            String family = Catalogue.nameOf(folder.resolveSibling("").normalize());
            assertThat(meta.file()).endsWith(family + "/" + meta.name() + "/rule.yml");
            if (!family.equals("base")) {
                assertThat(meta.category()).as(meta.name()).isEqualTo(family);
            }
            names.add(meta.name());
        }
        assertThat(metas().map(RuleMeta::name)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everyRuleExplainsItself() {
        assertThat(metas())
                .allSatisfy(
                        meta -> {
                            assertThat(UUID.fromString(meta.id())).hasToString(meta.id());
                            assertThat(meta.title()).isNotBlank().hasSizeLessThan(70);
                            assertThat(meta.description()).as(meta.name()).hasSizeGreaterThan(40);
                            assertThat(meta.description()).endsWith(".");
                        });
        assertThat(metas().map(RuleMeta::id)).doesNotHaveDuplicates();
        assertThat(metas().map(RuleMeta::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertingRuleNamesHarmlessCausesAndHasHitAndNearMiss() {
        for (Path folder : Catalogue.folders()) {
            String name = Catalogue.nameOf(folder);
            if (alerting(name)) {
                assertThat(rules.meta(name).orElseThrow().falsePositives()).as(name).isNotEmpty();
                assertThat(Catalogue.cases(folder, "hit")).as(name).isNotEmpty();
                assertThat(Catalogue.cases(folder, "near-miss")).as(name).isNotEmpty();
            }
        }
    }

    @Test
    void baseRulesNeverAlertAndAllOthersDo() {
        for (Path folder : Catalogue.folders()) {
            String name = Catalogue.nameOf(folder);
            boolean base = folder.toString().contains("base");
            assertThat(alerting(name)).as(name).isEqualTo(!base);
            Level level = rules.meta(name).orElseThrow().level();
            assertThat(level == Level.INFORMATIONAL).as(name).isEqualTo(base);
        }
    }

    @Test
    void everyBaseDetectionIsUsed() {
        List<String> unused =
                rules.detections().stream()
                        .map(rule -> rule.meta().name())
                        .filter(name -> rules.usesOf(name).isEmpty())
                        .toList();
        assertThat(unused)
                .as("but for those that stand ready for rules of one's own")
                .containsExactlyInAnyOrder(
                        "worker-restart", "denied-anomaly", "clients-anomaly", "values-anomaly");
    }

    @Test
    void shipsAtLeastFourSequences() {
        assertThat(rules.correlations())
                .filteredOn(rule -> rule.type() == CorrelationType.TEMPORAL_ORDERED)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(rule -> assertThat(rule.alerting()).isTrue());
    }

    @Test
    void eachCorrelationComesAfterTheOnesItRefersTo() {
        Set<String> known = new TreeSet<>();
        rules.detections().forEach(rule -> known.add(rule.meta().name()));
        for (CorrelationRule rule : rules.correlations()) {
            assertThat(known).containsAll(rule.rules());
            known.add(rule.meta().name());
        }
    }

    private boolean alerting(String name) {
        return Stream.concat(
                        rules.detections().stream()
                                .filter(DetectionRule::alerting)
                                .map(DetectionRule::meta),
                        rules.correlations().stream()
                                .filter(CorrelationRule::alerting)
                                .map(CorrelationRule::meta))
                .anyMatch(meta -> meta.name().equals(name));
    }

    private Stream<RuleMeta> metas() {
        return Stream.concat(
                rules.detections().stream().map(DetectionRule::meta),
                rules.correlations().stream().map(CorrelationRule::meta));
    }
}
