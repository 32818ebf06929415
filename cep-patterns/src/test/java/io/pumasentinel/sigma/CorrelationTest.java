package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationTest {
    private static final String BASE =
            Rules.rule(
                    "base",
                    "logsource:\n  category: webserver\ndetection:\n"
                            + "  s:\n    sc-status: 401\n  condition: s");
    private static final String OTHER =
            Rules.rule(
                    "other",
                    "logsource:\n  category: webserver\ndetection:\n"
                            + "  s:\n    sc-status: 200\n  condition: s");

    @Test
    void readsACountOverAnyOfItsRules() {
        CorrelationRule rule =
                only(count("event_count", "[base, other]", "source.ip", "5m", "{gte: 10}"));
        assertThat(rule.type()).isEqualTo(CorrelationType.EVENT_COUNT);
        assertThat(rule.rules()).containsExactly("base", "other");
        assertThat(rule.groupBy()).containsExactly(Field.SOURCE_IP);
        assertThat(rule.timespanMillis()).isEqualTo(300_000);
        assertThat(rule.bounds()).isEqualTo(Bounds.atLeast(10));
        assertThat(rule.fields()).isEmpty();
        assertThat(rule.alerting()).isTrue();
    }

    @Test
    void moreThanNIsAtLeastNPlusOne() {
        assertThat(bounds("{gt: 0}")).isEqualTo(Bounds.atLeast(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{gte: 3, lt: 10}   | 3   | 9   | Infinity | 3 or more and less than 10",
                "{lte: 200, gt: 100}| 101 | 200 | Infinity | 200 or less and 101 or more",
                "{eq: 5}            | 5   | 5   | Infinity | exactly 5",
                "{lt: 3}            | 1   | 2   | Infinity | less than 3",
                "{gte: 0, lte: 2}   | 1   | 2   | Infinity | 0 or more and 2 or less",
                "{neq: 5}           | 1   | 4   | 6        | not 5",
                "{neq: 1}           | 2   | Infinity | Infinity | not 1",
                "{neq: 0}           | 1   | Infinity | Infinity | not 0",
            })
    void readsRanges(String condition, double least, double most, double over, String text) {
        assertThat(bounds(condition)).isEqualTo(new Bounds(least, most, over, text));
    }

    @Test
    void readsFieldsWhoseTuplesCountInAnyOrder() {
        String one = "{gte: 5, field: [puma.endpoint, c-ip]}";
        String other = "{gte: 9, field: [source.ip, puma.endpoint]}";
        RuleSet rules =
                Rules.load(
                        BASE,
                        OTHER,
                        count("value_count", "[base]", "user.name", "30s", one),
                        count("value_count", "[base]", "user.name", "1h", other)
                                .replace("name: count", "name: other-count")
                                .replaceFirst("0(.)\n", "1$1\n"));
        assertThat(rules.correlations())
                .allSatisfy(
                        rule ->
                                assertThat(rule.fields())
                                        .containsExactly(Field.SOURCE_IP, Field.ENDPOINT));
        assertThat(rules.usesOf("base"))
                .containsExactly(
                        new Use(
                                List.of(Field.USER_NAME),
                                List.of(Field.SOURCE_IP, Field.ENDPOINT)));
    }

    @Test
    void readsSumsAndMeansOfNumbers() {
        CorrelationRule sum =
                only(count("value_sum", "[base]", "c-ip", "1h", "{gt: 1000000, field: sc-bytes}"));
        assertThat(sum.type()).isEqualTo(CorrelationType.VALUE_SUM);
        assertThat(sum.fields()).containsExactly(Field.BODY_BYTES);
        assertThat(sum.bounds().admits(1_000_000)).isFalse();
        assertThat(sum.bounds().admits(1_000_000.001)).isTrue();
        assertThat(sum.bounds().text()).isEqualTo("more than 1000000");
        CorrelationRule mean =
                only(
                        count(
                                "value_avg",
                                "[base]",
                                "c-ip",
                                "1h",
                                "{gte: 0.5, lt: 2, field: event.duration}"));
        assertThat(mean.bounds().admits(0.5)).isTrue();
        assertThat(mean.bounds().admits(2)).isFalse();
        assertThat(mean.bounds().admits(Math.nextDown(2.0))).isTrue();
        Bounds other =
                only(count("value_avg", "[base]", "c-ip", "1h", "{neq: -1, field: sc-bytes}"))
                        .bounds();
        assertThat(other.admits(-1)).isFalse();
        assertThat(other.admits(-1.5)).isTrue();
        assertThat(other.admits(0)).isTrue();
    }

    @Test
    void readsTheFieldWhoseValuesCount() {
        CorrelationRule rule =
                only(
                        count(
                                "value_count",
                                "[base]",
                                "puma.endpoint",
                                "30s",
                                "{gte: 5, field: c-ip}"));
        assertThat(rule.fields()).containsExactly(Field.SOURCE_IP);
        assertThat(rule.timespanMillis()).isEqualTo(30_000);
    }

    @Test
    void groupsHaveAFixedOrderAndTheServiceGoesWithoutSaying() {
        CorrelationRule rule =
                only(
                        count(
                                "event_count",
                                "[base]",
                                "[host.name, service.name, source.ip]",
                                "1d",
                                "{gte: 2}"));
        assertThat(rule.groupBy()).containsExactly(Field.SOURCE_IP, Field.HOST);
        assertThat(Grouping.entityType(rule.groupBy())).isEqualTo(EntityType.ADDRESS);
        assertThat(Grouping.text(rule.groupBy())).isEqualTo("source.ip,host.name");
        assertThat(Grouping.entityType(List.of(Field.SERVICE))).isEqualTo(EntityType.SERVICE);
        assertThat(Grouping.entityType(List.of())).isEqualTo(EntityType.SERVICE);
        assertThat(Grouping.entityType(List.of(Field.HOST, Field.ENDPOINT)))
                .isEqualTo(EntityType.ENDPOINT);
    }

    @Test
    void sequencesMayNameCountsAndRulesById() {
        String count = count("event_count", "[base]", "source.ip", "5m", "{gte: 10}");
        String id = count.lines().filter(l -> l.startsWith("id: ")).findFirst().orElseThrow();
        String sequence = sequence("[" + id.substring(4) + ", other]", "source.ip", false);
        RuleSet rules = Rules.load(BASE, OTHER, sequence, count);
        assertThat(rules.correlations())
                .extracting(rule -> rule.meta().name())
                .containsExactly("count", "sequence");
        assertThat(rules.correlations().get(1).rules()).containsExactly("count", "other");
        assertThat(rules.correlations().get(1).bounds()).isEqualTo(Bounds.atLeast(2));
    }

    @Test
    void rulesThatOthersReferToAlertOnlyIfOneOfThoseGenerates() {
        String count = count("event_count", "[base]", "source.ip", "5m", "{gte: 10}");
        RuleSet silent = Rules.load(BASE, OTHER, count, sequence("[count, other]", "c-ip", false));
        assertThat(silent.correlations().get(0).alerting()).isFalse();
        assertThat(silent.correlations().get(1).alerting()).isTrue();
        assertThat(silent.detections()).noneMatch(DetectionRule::alerting);

        RuleSet loud = Rules.load(BASE, OTHER, count, sequence("[count, other]", "c-ip", true));
        assertThat(loud.correlations()).allMatch(CorrelationRule::alerting);
        assertThat(loud.detections())
                .filteredOn(DetectionRule::alerting)
                .extracting(DetectionRule::toString)
                .containsExactly("other");
    }

    @Test
    void anInformationalRuleNeverAlerts() {
        String mild = BASE.replace("level: medium", "level: informational");
        assertThat(Rules.load(mild).detections().get(0).alerting()).isFalse();
        String without = BASE.replace("level: medium\n", "");
        DetectionRule rule = Rules.load(without).detections().get(0);
        assertThat(rule.meta().level()).isEqualTo(Level.INFORMATIONAL);
        assertThat(rule.alerting()).isFalse();
    }

    @Test
    void tellsHowTheMatchesOfADetectionMustBeGrouped() {
        RuleSet rules =
                Rules.load(
                        BASE,
                        OTHER,
                        count("event_count", "[base]", "source.ip", "5m", "{gte: 10}"),
                        Rules.rule(
                                "values",
                                """
                                correlation:
                                  type: value_count
                                  rules: [base]
                                  group-by: puma.endpoint
                                  timespan: 1m
                                  condition: {gte: 2, field: source.ip}\
                                """),
                        sequence("[base, count]", "source.ip", false));
        assertThat(rules.usesOf("base"))
                .containsExactlyInAnyOrder(
                        new Use(List.of(Field.SOURCE_IP), List.of()),
                        new Use(List.of(Field.ENDPOINT), List.of(Field.SOURCE_IP)));
        assertThat(rules.usesOf("other"))
                .containsExactly(new Use(List.of(Field.SOURCE_IP), List.of()));
        assertThat(rules.usesOf("nobody")).isEmpty();
        assertThat(rules.meta("values")).isPresent();
        assertThat(rules.meta("nobody")).isEmpty();
    }

    private static Bounds bounds(String condition) {
        return only(count("event_count", "[base]", "c-ip", "1h", condition)).bounds();
    }

    private static CorrelationRule only(String document) {
        return Rules.load(BASE, OTHER, document).correlations().get(0);
    }

    private static String count(
            String type, String rules, String groupBy, String timespan, String condition) {
        return Rules.rule(
                "count",
                """
                correlation:
                  type: %s
                  rules: %s
                  group-by: %s
                  timespan: %s
                  condition: %s\
                """
                        .formatted(type, rules, groupBy, timespan, condition));
    }

    private static String sequence(String rules, String groupBy, boolean generate) {
        return Rules.rule(
                "sequence",
                """
                correlation:
                  type: temporal_ordered
                  rules: %s
                  group-by: [%s]
                  timespan: 10m
                  generate: %s\
                """
                        .formatted(rules, groupBy, generate));
    }
}
