package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTest {
    private static final String RULE =
            Rules.detection("  s: {url.path|startswith: /admin}\n  condition: s\n");

    @Test
    void narrowsTheRulesThatItNames() {
        DetectionRule rule = narrowed("[a-rule]");
        assertThat(rule.matches(Rules.request("192.0.2.7", "/admin", 200, null))).isFalse();
        assertThat(rule.matches(Rules.request("198.51.100.1", "/admin", 200, null))).isTrue();
        assertThat(rule.matches(Rules.request("198.51.100.1", "/", 200, null))).isFalse();
    }

    @Test
    void narrowsAllRulesOfItsSource() {
        assertThat(narrowed("any").matches(Rules.get("/admin"))).isFalse();
    }

    @Test
    void leavesOtherRulesAlone() {
        String other = RULE.replace("a-rule", "b-rule").replace("title: A", "title: B");
        RuleSet rules =
                Rules.load(RULE, other.replaceAll("id: .*", "id: " + id(2)), filter("[a-rule]"));
        assertThat(rules.detections())
                .extracting(rule -> rule + " " + rule.matches(Rules.get("/admin")))
                .containsExactlyInAnyOrder("a-rule false", "b-rule true");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(Rules.problems(RULE, filter("[nobody]")))
                .singleElement()
                .asString()
                .contains("filter.rules: no such rule (got nobody)");
        assertThat(Rules.problems(RULE, filter("[a-rule]").replace("condition: not own", "x: y")))
                .isNotEmpty();
        assertThat(Rules.problems(filter("any").replace("  rules: any\n", "")))
                .singleElement()
                .asString()
                .contains("filter.rules: missing (got nothing); any, or names or ids of rules");
    }

    private static DetectionRule narrowed(String rules) {
        return Rules.load(RULE, filter(rules)).detections().get(0);
    }

    private static String filter(String rules) {
        return "title: Our scanner\nid: "
                + id(1)
                + "\nlogsource: {category: webserver}\nfilter:\n  rules: "
                + rules
                + "\n  own: {source.ip|cidr: 192.0.2.0/24}\n  condition: not own\n";
    }

    private static String id(int number) {
        return "11111111-0000-4000-8000-00000000000" + number;
    }
}
