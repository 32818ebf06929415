package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasTest {
    private static final String REQUEST =
            Rules.rule(
                    "request",
                    "logsource: {category: webserver}\n"
                            + "detection: {s: {sc-status: 500}, condition: s}");
    private static final String ERROR =
            Rules.rule(
                    "error",
                    "logsource: {product: puma, category: error}\n"
                            + "detection: {s: {error.type: A}, condition: s}");

    @Test
    void givesEveryDetectionItsOwnFieldUnderOneName() {
        RuleSet rules =
                Rules.load(
                        REQUEST,
                        ERROR,
                        correlation(
                                "event_count",
                                "[what, source.ip]",
                                "{what: {request: cs-uri-stem, error: error.message}}"));
        CorrelationRule rule = rules.correlations().get(0);
        assertThat(rule.groupBy()).containsExactly(Field.SOURCE_IP);
        assertThat(rule.aliases())
                .containsExactly(
                        new Alias(
                                "what",
                                Map.of("request", Field.PATH, "error", Field.ERROR_MESSAGE)));
        assertThat(rule.groupText()).isEqualTo("source.ip,what");
        assertThat(rules.usesOf("request"))
                .containsExactly(
                        new Use(List.of(Field.SOURCE_IP, Field.PATH), "source.ip,what", List.of()));
        assertThat(rules.usesOf("error"))
                .containsExactly(
                        new Use(
                                List.of(Field.SOURCE_IP, Field.ERROR_MESSAGE),
                                "source.ip,what",
                                List.of()));
    }

    @Test
    void sequencesMayHaveCountsBySameAliasAsSteps() {
        String count =
                Rules.rule(
                        "many",
                        "correlation: {type: event_count, rules: [request], group-by: [what],"
                                + " aliases: {what: {request: url.path}}, timespan: 1m,"
                                + " condition: {gte: 5}}");
        String sequence =
                Rules.rule(
                        "then",
                        "correlation: {type: temporal_ordered, rules: [many, error], group-by:"
                            + " [what], aliases: {what: {error: error.message}}, timespan: 1m}");
        assertThat(Rules.load(REQUEST, ERROR, count, sequence).correlations())
                .extracting(CorrelationRule::groupText)
                .containsExactly("what", "what");
    }

    @Test
    void warnsOfAnAliasThatTheGroupByDoesNotName() {
        RuleSet rules =
                Rules.load(
                        REQUEST,
                        ERROR,
                        correlation(
                                "event_count",
                                "[source.ip]",
                                "{what: {request: url.path, error: error.message}}"));
        assertThat(rules.correlations().get(0).aliases()).isEmpty();
        assertThat(rules.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "rule.yml:22:13: correlation.aliases.what: alias without effect (got what);"
                                + " one that group-by names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{what: {request: url.path}}"
                        + " | 22:13: correlation.aliases.what: detection without a field (got"
                        + " error); a text field for each",
                "{what: {request: url.path, error: url.path, other: url.path}}"
                        + " | 22:56: correlation.aliases.what: not a detection of this correlation"
                        + " (got other); one of error, request",
                "{what: {request: error.message, error: error.message}}"
                        + " | 22:20: correlation.aliases.what: rule whose events never have"
                        + " error.message (got request); a field that they have",
                "{what: {request: sc-status, error: error.message}}"
                        + " | 22:29: correlation.aliases.what.request: not a text field (got"
                        + " sc-status)",
                "{source.ip: {request: url.path, error: error.message}}"
                        + " | 22:13: correlation.aliases.source.ip: not a name of an alias (got"
                        + " source.ip); letters, not those of a field",
                "{what: url.path}"
                        + " | 22:19: correlation.aliases.what: not a map (got url.path); a map of"
                        + " keys",
            })
    void refusesAliases(String aliases, String expected) {
        assertThat(
                        Rules.problems(
                                REQUEST,
                                ERROR,
                                correlation("event_count", "[what, source.ip]", aliases)))
                .first()
                .asString()
                .startsWith("rule.yml:" + expected);
    }

    @Test
    void refusesOneNameForTwoFieldsOfOneRule() {
        String one =
                correlation(
                        "event_count", "[what]", "{what: {request: url.path, error: url.path}}");
        String other =
                correlation(
                                "value_count",
                                "[what]",
                                "{what: {request: user.name, error: url.path}}")
                        .replace("{gte: 3}", "{gte: 3, field: source.ip}")
                        .replace("name: joined", "name: other")
                        .replaceFirst("id: 0000", "id: 1000");
        assertThat(Rules.problems(REQUEST, ERROR, one, other))
                .containsExactly(
                        "rule.yml:34:20: correlation.aliases.what: another field than in another"
                                + " correlation by what (got user.name, there url.path); a new"
                                + " name");
    }

    private static String correlation(String type, String groupBy, String aliases) {
        return Rules.rule(
                "joined",
                """
                correlation:
                  type: %s
                  rules: [request, error]
                  aliases: %s
                  group-by: %s
                  timespan: 1m
                  condition: {gte: 3}\
                """
                        .formatted(type, aliases, groupBy));
    }
}
