package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import org.junit.jupiter.api.Test;

class CorrelationPlanTest {

    @Test
    void sortsRulesByTheirGroup() throws Exception {
        CorrelationPlan plan = CorrelationPlan.of(RuleLoader.load(Rules.signIn()));
        GroupPlan byAddress = plan.group("source.ip").orElseThrow();
        assertThat(byAddress.countings())
                .extracting(CountingRule::ruleId)
                .containsExactly("brute-force", "stuffing");
        assertThat(byAddress.sequences())
                .flatExtracting(SequenceRule::steps)
                .containsExactly("brute-force", "sign-in-accepted");
        assertThat(byAddress.needs("sign-in-accepted")).isTrue();
        assertThat(byAddress.needs("sign-in-refused")).isFalse();
        assertThat(plan.group("user.name")).isEmpty();
    }

    @Test
    void executesEveryShippedRule() throws Exception {
        RuleSet shipped = RuleLoader.load(RuleLoader.shipped());
        CorrelationPlan plan = CorrelationPlan.of(shipped);
        assertThat(plan.sequences()).isNotEmpty();
        SummingPlan summing = SummingPlan.of(shipped);
        for (SequenceRule sequence : plan.sequences()) {
            for (String step : sequence.steps()) {
                boolean counted =
                        plan.group(sequence.groupBy()).orElseThrow().countings().stream()
                                .anyMatch(rule -> rule.ruleId().equals(step));
                boolean summed =
                        summing.usesOf(step).stream()
                                .anyMatch(
                                        use ->
                                                use.groupByText().equals(sequence.groupBy())
                                                        && use.fields().isEmpty());
                assertThat(counted || summed)
                        .as("step %s of %s reaches the sequence", step, sequence.ruleId())
                        .isTrue();
            }
        }
    }

    @Test
    void refusesToCountMoreValuesThanASumCarries() {
        assertThatThrownBy(() -> Plans.distinct("too-many", 60, 257, "a"))
                .hasMessage("bounds of too-many (got 257 or more); counts from 1 to 256");
    }
}
