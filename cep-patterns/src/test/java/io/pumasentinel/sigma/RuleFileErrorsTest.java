package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every refusal of a whole file or of several with its exact place: line and column count from 1.
 */
class RuleFileErrorsTest {
    private static final String HEAD =
            """
            title: A rule
            id: 00000000-0000-4000-8000-000000000001
            name: a-rule
            """;
    private static final String WEB = HEAD + "logsource:\n  category: webserver\ndetection:\n";
    private static final String BASE =
            WEB.replace("a-rule", "base").replace("001", "0ba")
                    + "  s: {sc-status: 404}\n"
                    + "  condition: s\n";

    @Test
    void refusesNamesAndIdsThatAreTaken() {
        assertThat(Rules.problems(BASE, BASE))
                .containsExactly(
                        "rule.yml:11:5: id: already taken by rule.yml (got"
                                + " 00000000-0000-4000-8000-0000000000ba); unique among all rules",
                        "rule.yml:12:7: name: already taken by rule.yml (got base); unique among"
                                + " all rules");
    }

    @Test
    void refusesWhatIsNoPlainYaml() {
        assertThat(Rules.problems("title: [a\n"))
                .singleElement()
                .asString()
                .startsWith("rule.yml:2:1: not valid YAML (got ");
        assertThat(Rules.problems("- a\n"))
                .containsExactly("rule.yml:1:1: not a map (got a list); a map of keys");
        assertThat(Rules.problems("a: &x [1]\nb: *x\n"))
                .containsExactly(
                        "rule.yml:1:1: anchors are not supported (got & or *); write it out");
        assertOne("title: B\n" + BASE, "2:1: title: key twice (got title); once");
    }

    @Test
    void tellsAllProblemsOfAllFilesAtOnce() {
        RuleSource one = new RuleSource("one.yml", BASE + "level: y\n" + "status: 2\n");
        RuleSource two = new RuleSource("two.yml", "level: x\n");
        try {
            RuleLoader.load(List.of(one, two));
            throw new AssertionError("loaded");
        } catch (InvalidRules e) {
            assertThat(e.problems())
                    .extracting(p -> p.file() + ":" + p.line() + " " + p.field())
                    .containsExactly(
                            "one.yml:9 level",
                            "one.yml:10 status",
                            "two.yml:1 title",
                            "two.yml:1 id",
                            "two.yml:1 logsource",
                            "two.yml:1 detection",
                            "two.yml:1 level");
            assertThat(e.getMessage()).hasLineCount(7);
        }
    }

    private static void assertOne(String text, String expected) {
        assertThat(Rules.problems(text))
                .singleElement()
                .asString()
                .startsWith("rule.yml:" + expected);
    }
}
