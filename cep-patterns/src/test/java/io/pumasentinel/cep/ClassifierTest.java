package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.Views;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private Classifier classifier;

    @BeforeEach
    void load() throws Exception {
        classifier = new Classifier(RuleLoader.load(Rules.signIn()));
    }

    @Test
    void namesTheRulesThatMatchAndTheirSignalsInTheRulesOrder() {
        Classification refused = classify(AuthOutcome.FAILURE, 1);
        assertThat(refused.ruleIds()).containsExactly("sign-in-refused", "unauthorized");
        assertThat(refused.signals()).containsExactly("auth.failure", "access.denied");
        assertThat(classify(AuthOutcome.SUCCESS, 2).ruleIds()).containsExactly("sign-in-accepted");
    }

    @Test
    void answersTheSameObjectForTheSameCombination() {
        assertThat(classify(AuthOutcome.FAILURE, 1)).isSameAs(classify(AuthOutcome.FAILURE, 2));
    }

    @Test
    void answersNoneWhenNothingMatches() {
        Classification nothing =
                classifier.classify(Views.of(Requests.get(10_000, 1, "203.0.113.9", "/", 200)));
        assertThat(nothing).isSameAs(Classification.NONE);
        assertThat(nothing.isEmpty()).isTrue();
    }

    private Classification classify(AuthOutcome outcome, long line) {
        return classifier.classify(
                Views.of(Requests.signIn(10_000, line, "203.0.113.9", "alice", outcome)));
    }
}
