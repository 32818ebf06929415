package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cep.MilestoneGate.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MilestoneGateTest {
    private final Map<String, Long> milestones = new HashMap<>();

    @Test
    void letsALaterStepThroughAgainForEverySequenceThatWaitsForIt() {
        MilestoneGate gate =
                gate(
                        Plans.sequence("one", 600, "scan", "login"),
                        Plans.sequence("other", 600, "probe", "login"));
        assertThat(passing(gate, "scan", "login", "login", "probe", "login", "login"))
                .containsExactly("scan@0", "login@1", "probe@3", "login@4");
    }

    @Test
    void waitsForTheStepRightBeforeAndNotForAnyEarlierOne() {
        MilestoneGate gate = gate(Plans.sequence("chain", 600, "a", "b", "c"));
        assertThat(passing(gate, "c", "a", "c", "b", "c")).containsExactly("a@1", "b@3", "c@4");
    }

    @Test
    void letsARuleFollowItself() {
        MilestoneGate gate = gate(Plans.sequence("twice", 600, "a", "a"));
        assertThat(passing(gate, "a", "a", "a")).containsExactly("a@0", "a@1", "a@2");
    }

    @Test
    void closesWhenTheStepBeforeIsOlderThanTheTimespan() {
        MilestoneGate gate = gate(Plans.sequence("quick", 3, "a", "b"));
        assertThat(passing(gate, "a", "x", "x", "b")).containsExactly("a@0");
    }

    @Test
    void ignoresRulesThatAreNoStep() {
        assertThat(gate().pass(milestones, "a", 0)).isEqualTo(Passage.NONE);
        assertThat(milestones).isEmpty();
    }

    /** What passes when one rule after the other holds, one a second. */
    private List<String> passing(MilestoneGate gate, String... rules) {
        List<String> passed = new ArrayList<>();
        for (int second = 0; second < rules.length; second++) {
            if (gate.pass(milestones, rules[second], second * 1000L) != Passage.NONE) {
                passed.add(rules[second] + "@" + second);
            }
        }
        return passed;
    }

    private static MilestoneGate gate(SequenceRule... sequences) {
        return new MilestoneGate(new GroupPlan(List.of(), List.of(sequences), Set.of()));
    }
}
