package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules for web servers and Rails that others publish, in the folder that {@code -Dsigma.rules=DIR}
 * names, such as those of SigmaHQ with {@code category: webserver}. They are not part of this
 * project; without the folder nothing is tested.
 */
class PublishedRulesTest {
    private static final String HARMLESS = "/shop/items/42?page=2&sort=price";

    private List<RuleSource> sources = List.of();

    @BeforeEach
    void find() {
        String folder = System.getProperty("sigma.rules", "");
        assumeTrue(!folder.isEmpty(), "no -Dsigma.rules=DIR");
        sources = RuleLoader.inFolder(Path.of(folder));
        assertThat(sources).isNotEmpty();
    }

    @Test
    void allOfThemLoad() throws Exception {
        RuleSet rules = RuleLoader.load(sources);
        assertThat(rules.detections()).hasSizeGreaterThanOrEqualTo(sources.size());
        List<String> never =
                rules.warnings().stream()
                        .filter(warning -> !warning.message().startsWith("key without effect"))
                        .filter(warning -> !warning.message().contains("technique"))
                        .map(Problem::toString)
                        .toList();
        never.forEach(System.out::println);
        assertThat(never).as("fields that Puma's logs lack").hasSizeLessThan(5);
    }

    @Test
    void noneOfThemHoldsForAnOrdinaryRequest() throws Exception {
        EventView ordinary = Rules.request("203.0.113.9", HARMLESS, 200, "Mozilla/5.0 (X11)");
        assertThat(RuleLoader.load(sources).detections())
                .filteredOn(rule -> rule.matches(ordinary))
                .extracting(rule -> rule.meta().title())
                .isEmpty();
    }

    /** Every text that a rule looks for in the URI, put into a URI, makes that line hold. */
    @Test
    void everyTextOfEveryLineIsFound() throws Exception {
        int tried = 0;
        for (DetectionRule rule : RuleLoader.load(sources).detections()) {
            for (RuleLine line : rule.lines()) {
                for (String target : PublishedTargets.of(line.text())) {
                    tried++;
                    assertThat(line.holds(Rules.get(target)))
                            .as("%s: %s for %s", rule, line.text(), target)
                            .isTrue();
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }
}
