package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleBook;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.Position;
import java.util.List;

/** Tells of a refused rule where people look for what could not be used. */
final class RefusedRule {
    private static final String REASON = "rule refused";
    private static final String OURSELVES = "puma-sentinel";

    private RefusedRule() {}

    /** The refusal as a dead letter; its line holds the problems, not the rule. */
    static DeadLetter letter(RuleBook.Refusal refusal, long effectiveMillis) {
        return new DeadLetter(
                REASON,
                effectiveMillis,
                OURSELVES,
                OURSELVES,
                Position.ofLine(refusal.file(), 1),
                refusal.problems(),
                List.of());
    }
}
