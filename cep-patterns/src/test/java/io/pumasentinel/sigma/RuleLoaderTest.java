package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLoaderTest {

    @Test
    void readsRuleFilesBelowAFolderInPathOrder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/two.yaml"), "title: two\n");
        Files.writeString(folder.resolve("a.yml"), "title: one\n");
        Files.writeString(folder.resolve("notes.txt"), "no rule");
        assertThat(RuleLoader.inFolder(folder))
                .containsExactly(
                        new RuleSource(folder.resolve("a.yml").toString(), "title: one\n"),
                        new RuleSource(folder.resolve("b/two.yaml").toString(), "title: two\n"));
    }

    @Test
    void aRuleWithoutNameIsCalledByItsTitle() {
        String text = Rules.detection("  s: {sc-status: 404}\n  condition: s\n");
        String unnamed = text.replaceFirst("name: .*\n", "").replace("A rule", "Not Found (404)!");
        assertThat(Rules.load(unnamed).meta("not-found-404")).isPresent();
    }

    @Test
    void aRuleOfTheSiteTakesThePlaceOfTheShippedOneWithItsId() throws InvalidRules {
        List<RuleSource> rules = new ArrayList<>(RuleLoader.shipped());
        rules.add(new RuleSource("own.yml", bruteForce().replace("gte: 10", "gte: 25")));
        RuleSet loaded = RuleLoader.load(rules);
        assertThat(loaded.meta("brute-force"))
                .get()
                .extracting(RuleMeta::file)
                .isEqualTo("own.yml");
        assertThat(loaded.correlations())
                .filteredOn(rule -> rule.meta().name().equals("brute-force"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.bounds().least()).isEqualTo(25));
        assertThat(loaded.metas()).hasSameSizeAs(RuleLoader.load(RuleLoader.shipped()).metas());
    }

    @Test
    void twoRulesOfTheSiteWithOneIdAreRefused() throws InvalidRules {
        List<RuleSource> rules = new ArrayList<>(RuleLoader.shipped());
        rules.add(new RuleSource("own.yml", bruteForce()));
        rules.add(new RuleSource("twin.yml", bruteForce()));
        assertThatThrownBy(() -> RuleLoader.load(rules))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("twin.yml:2:5: id: already taken by own.yml");
    }

    @Test
    void emptyInputIsAnEmptySet() {
        assertThat(Rules.load("").detections()).isEmpty();
        assertThat(Rules.load("# only a comment\n").correlations()).isEmpty();
    }

    private static String bruteForce() {
        return RuleLoader.shipped().stream()
                .filter(rule -> rule.file().endsWith("/brute-force/rule.yml"))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
