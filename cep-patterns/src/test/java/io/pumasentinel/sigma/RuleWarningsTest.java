package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is allowed but can hardly be meant: the rule loads, and says so. */
class RuleWarningsTest {
    private static final EventView REQUEST = Rules.get("/a?b=1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sc-stat: 1     | detection.s.sc-stat: unknown field (got sc-stat); one of",
                "error.type: x  | detection.s.error.type: field is never present in this logsource",
            })
    void aFieldThatNoEventHasNeverMatches(String line, String expected) {
        String text = Rules.detection("  s:\n    " + line + "\n  condition: s\n");
        RuleSet rules = Rules.load(text);
        assertThat(rules.warnings()).singleElement().asString().contains(expected);
        assertThat(rules.detections().get(0).matches(REQUEST)).isFalse();
    }

    @Test
    void aFieldThatNoEventHasIsAbsent() {
        assertThat(matches("cs-cookie: null")).isTrue();
        assertThat(matches("cs-cookie|exists: false")).isTrue();
        assertThat(matches("cs-cookie|exists: true")).isFalse();
        assertThat(matches("cs-cookie|neq: x")).isTrue();
        assertThat(matches("cs-cookie|contains: x")).isFalse();
        assertThat(matches("exists: false")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category: proxy            | got product none, category proxy, service none",
                "category: stats            | got product none, category stats, service none",
                "{category: webserver, product: iis}  | product iis, category webserver",
                "{category: webserver, service: http} | category webserver, service http",
            })
    void aSourceThatIsNotReadNeverMatches(String logsource, String expected) {
        String source = logsource.startsWith("{") ? " " + logsource : "\n  " + logsource;
        RuleSet rules =
                Rules.load(
                        Rules.rule(
                                "a-rule",
                                "logsource:"
                                        + source
                                        + "\ndetection:\n  s: {sc-status: 200}\n  condition: s"));
        assertThat(rules.detections()).isEmpty();
        assertThat(rules.warnings())
                .singleElement()
                .asString()
                .contains("logsource: no such events here", expected);
    }

    @Test
    void aKeyOfItsOwnAndAForeignTechniqueAreNotRefused() {
        String text =
                Rules.detection("  s: {sc-status: 200}\n  condition: s\n")
                        + "levl: high\ntags: [attack.t9999, attack.t1190]\n";
        RuleSet rules = Rules.load(text);
        assertThat(rules.detections()).hasSize(1);
        assertThat(rules.warnings())
                .extracting(Problem::message)
                .anyMatch(m -> m.startsWith("key without effect (got levl)"))
                .anyMatch(m -> m.startsWith("unknown technique (got attack.t9999)"))
                .anyMatch(m -> m.startsWith("technique without its tactic (got attack.t1190)"));
    }

    @Test
    void aKeyOfItsOwnInACorrelationIsNotRefused() {
        String base = Rules.detection("  s: {sc-status: 404}\n  condition: s\n");
        String count =
                Rules.rule(
                        "many",
                        "owner: web team\ncorrelation: {type: event_count, rules: [a-rule],"
                                + " group-by: [source.ip], timespan: 1m, condition: {gte: 9}}\n");
        RuleSet rules = Rules.load(base, count);
        assertThat(rules.correlations()).hasSize(1);
        assertThat(rules.warnings())
                .singleElement()
                .asString()
                .contains("owner: key without effect (got owner); one of ");
    }

    @Test
    void shippedRulesHaveNone() throws Exception {
        assertThat(RuleLoader.load(RuleLoader.shipped()).warnings()).isEmpty();
    }

    private static boolean matches(String line) {
        return Rules.matches("  s:\n    " + line + "\n  condition: s\n", REQUEST);
    }
}
