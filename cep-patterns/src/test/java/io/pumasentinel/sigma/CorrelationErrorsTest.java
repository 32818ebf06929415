package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of a correlation with its exact place: line and column count from 1. */
class CorrelationErrorsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: value_percentile, rules: [base], timespan: 1m}                            "
                        + " | 15:21: correlation.type: unknown type (got value_percentile);"
                        + " event_count, value_count, value_sum, value_avg, temporal,"
                        + " temporal_ordered",
                "{type: value_sum, rules: [base], timespan: 1m, condition: {gt: 1}}               "
                        + " | 15:72: correlation.condition: no number to add (got nothing); field:"
                        + " one number",
                "{type: value_sum, rules: [base], timespan: 1m, condition: {gt: 1, field: c-ip}}  "
                        + " | 15:87: correlation.condition.field: not a number (got c-ip); one of"
                        + " http.response.status_code, http.response.body.bytes, event.duration,",
                "{type: value_avg, rules: [base], timespan: 1m, condition: {gt: 1, field:"
                        + " '@timestamp'}} | 15:87: correlation.condition.field: not a number (got"
                        + " @timestamp)",
                "{type: value_avg, rules: [base], timespan: 1m, condition: {gt: much, field:"
                        + " sc-bytes}} | 15:72: correlation.condition: not a condition (got gt"
                        + " much); a number with gte or gt, lte or lt, one of each, eq, neq, such"
                        + " as {gt: 0.5}",
                "{type: value_avg, rules: [base], timespan: 1m, condition: {gt: 2, lt: 1.5, field:"
                        + " sc-bytes}} | 15:72: correlation.condition: not a condition (got gt, lt"
                        + " that leave nothing between them)",
                "{type: value_avg, rules: [base], timespan: 1m, condition: {gt: 2, puma: 1, field:"
                        + " sc-bytes}} | 15:80: correlation.condition.puma: unknown key (got puma);"
                        + " one of gte, gt, lte, lt, eq, neq, field",
                "{type: value_avg, rules: [base], timespan: 1m, condition: {gt: 2, field:"
                        + " sentinel.window.bytes}} | 15:40: correlation.rules: rule whose events"
                        + " never have sentinel.window.bytes (got base)",
                "{type: temporal, rules: [base], timespan: 1m}                                    "
                        + " | 15:38: correlation.rules: wrong number of rules (got 1); 2 to 8 names"
                        + " or ids of rules",
                "{type: event_count, rules: [base], timespan: 1w, condition: {gte: 1}}            "
                    + " | 15:59: correlation.timespan: not a timespan (got 1w); a number and s, m,"
                    + " h or d, at most 1d",
                "{type: event_count, rules: [base], timespan: 25h, condition: {gte: 1}}           "
                        + " | 15:59: correlation.timespan: not a timespan (got 25h)",
                "{type: event_count, rules: [base], timespan: 0s, condition: {gte: 1}}            "
                        + " | 15:59: correlation.timespan: not a timespan (got 0s)",
                "{type: event_count, rules: [base], condition: {gte: 1}}                          "
                    + " | 15:14: correlation.timespan: missing (got nothing); a number and s, m, h"
                    + " or d, at most 1d",
                "{type: event_count, rules: [base], timespan: 1m, condition: {less: 1}}           "
                        + " | 15:75: correlation.condition.less: unknown key (got less); one of"
                        + " gte, gt, lte, lt, eq, neq",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: ten}}          "
                        + " | 15:74: correlation.condition: not a condition (got gte ten); a whole"
                        + " number up to 1000000 with gte or gt, lte or lt, one of each, eq, neq",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: 0}}            "
                        + " | 15:74: correlation.condition: a count that always holds (got gte 0);"
                        + " at least 1",
                "{type: event_count, rules: [base], timespan: 1m, condition: {lt: 1}}             "
                        + " | 15:74: correlation.condition: a count of nothing (got lt 1); a group"
                        + " without events is never seen; at least 1",
                "{type: event_count, rules: [base], timespan: 1m, condition: {eq: 0}}             "
                        + " | 15:74: correlation.condition: a count of nothing (got eq 0); a group"
                        + " without events is never seen; at least 1",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: 5, lt: 5}}     "
                        + " | 15:74: correlation.condition: a range without a count (got gte 5, lt"
                        + " 5); a lower bound below the upper one",
                "{type: event_count, rules: [base], timespan: 1m, condition: {eq: 5, lt: 9}}      "
                        + " | 15:74: correlation.condition: not a condition (got eq, lt)",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: 1000001}}      "
                        + " | 15:74: correlation.condition: a count too great (got gte 1000001);"
                        + " told apart up to 1000000",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gt: 256, field:"
                        + " c-ip}} | 15:74: correlation.condition: a count too great (got gt 256);"
                        + " told apart up to 256",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: 1, gt: 2}}     "
                        + " | 15:74: correlation.condition: not a condition (got gte, gt)",
                "{type: event_count, rules: [base], timespan: 1m}                                 "
                        + " | 15:14: correlation.condition: missing (got nothing)",
                "{type: event_count, rules: [], timespan: 1m, condition: {gte: 1}}                "
                    + " | 15:41: correlation.rules: wrong number of rules (got 0); 1 to 8 names or"
                    + " ids of rules",
                "{type: event_count, rules: [base, base], timespan: 1m, condition: {gte: 1}}      "
                        + " | 15:41: correlation.rules: rule twice",
                "{type: event_count, rules: [bse], timespan: 1m, condition: {gte: 1}}             "
                        + " | 15:42: correlation.rules: no such rule (got bse); the name or id of a"
                        + " loaded rule",
                "{type: event_count, rules: [seq], timespan: 1m, condition: {gte: 1}}             "
                    + " | 15:42: correlation.rules: circular (got seq); rules that do not lead back"
                    + " here",
                "{type: event_count, rules: [base], group-by: nobody, timespan: 1m, condition:"
                    + " {gte: 1}}    | 15:59: correlation.group-by: not a text field (got nobody);"
                    + " one of source.ip",
                "{type: event_count, rules: [base], group-by: sc-status, timespan: 1m, condition:"
                    + " {gte: 1}} | 15:59: correlation.group-by: not a text field (got sc-status)",
                "{type: event_count, rules: [base], group-by: error.type, timespan: 1m, condition:"
                        + " {gte: 1}}| 15:42: correlation.rules: rule whose events never have"
                        + " error.type (got base)",
                "{type: event_count, rules: [base], timespan: 1m, condition: {gte: 1, field: c-ip}}"
                    + "        | 15:83: correlation.condition.field: unknown key (got field); one"
                    + " of gte, gt, lte, lt, eq, neq",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gte: 1}}            "
                        + " | 15:74: correlation.condition: no field to count (got nothing); field:"
                        + " text fields",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gte: 1, field:"
                        + " [c-ip, x]}} | 15:97: correlation.condition.field: not a text field (got"
                        + " x)",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gte: 1, field:"
                        + " [c-ip, source.ip]}} | 15:74: correlation.condition: field twice (got"
                        + " c-ip, source.ip); each once",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gte: 1, field:"
                        + " [c-ip, error.type]}} | 15:42: correlation.rules: rule whose events"
                        + " never have error.type (got base)",
                "{type: value_count, rules: [base], timespan: 1m, condition: {gte: 1, field: x}}  "
                        + " | 15:90: correlation.condition.field: not a text field (got x)",
                "{type: temporal_ordered, rules: [base], timespan: 1m}                            "
                    + " | 15:46: correlation.rules: wrong number of rules (got 1); 2 to 8 names or"
                    + " ids of rules",
                "{type: temporal_ordered, rules: [base, base], timespan: 1m, condition: {gte: 2}} "
                        + " | 15:85: correlation.condition: a temporal correlation has no condition"
                        + " (got a map); leave it out",
                "{type: event_count, rules: [base], puma: {}, timespan: 1m, condition: {gte:"
                        + " 1}}| 15:49: correlation.puma: unknown key (got puma); one of type,"
                        + " rules, group-by, aliases, timespan, condition, generate",
                "{type: event_count, rules: [base], generate: often, timespan: 1m, condition: {gte:"
                    + " 1}}     | 15:59: correlation.generate: not a truth value (got often); true,"
                    + " false",
            })
    void refusesCorrelations(String correlation, String expected) {
        String text =
                BASE
                        + "---\n"
                        + HEAD.replace("a-rule", "seq").replace("001", "002")
                        + "# a comment\n"
                        + "correlation: "
                        + correlation
                        + "\n";
        assertOne(text, expected.replace("15:", text.split("\n").length + ":"));
    }

    @Test
    void refusesStepsThatDoNotMeet() {
        String count = correlation("count", "event_count", "[base]", "host.name", true);
        String sequence = correlation("seq", "temporal_ordered", "[count, base]", "c-ip", false);
        assertThat(Rules.problems(BASE, count, sequence))
                .containsExactly(
                        "rule.yml:27:11: correlation.rules: step with another group-by (got count"
                                + " by host.name); the sequence's own, source.ip");
        String first = correlation("first", "temporal_ordered", "[base, base]", "c-ip", false);
        String second = correlation("second", "temporal_ordered", "[first, base]", "c-ip", false);
        assertThat(Rules.problems(BASE, first, second))
                .singleElement()
                .asString()
                .endsWith("a sequence as a step (got first); detections and counts");
        String over = correlation("over", "event_count", "[count]", "host.name", true);
        assertThat(Rules.problems(BASE, count, over))
                .singleElement()
                .asString()
                .endsWith("a count over a correlation (got count); detections only");
    }

    @Test
    void refusesCirclesOnceForEachRuleInThem() {
        String a = correlation("a", "temporal_ordered", "[b, base]", "c-ip", false);
        String b = correlation("b", "temporal_ordered", "[c, base]", "c-ip", false);
        String c = correlation("c", "temporal_ordered", "[a, base]", "c-ip", false);
        assertThat(Rules.problems(BASE, a, b, c))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("circular"));
    }

    private static String correlation(
            String name, String type, String rules, String groupBy, boolean count) {
        return Rules.rule(
                name,
                """
                correlation:
                  type: %s
                  rules: %s
                  group-by: %s
                  timespan: 1m
                %s\
                """
                        .formatted(
                                type, rules, groupBy, count ? "  condition: {gte: 3}" : "# none"));
    }

    private static void assertOne(String text, String expected) {
        assertThat(Rules.problems(text))
                .singleElement()
                .asString()
                .startsWith("rule.yml:" + expected);
    }
}
