package io.pumasentinel.cep;

import java.util.List;

/**
 * Which single-event rules an event matched.
 *
 * @param signals what the event shows by itself, distinct, in the rules' order
 * @param ruleIds the rules that matched, in the rules' order
 */
public record Classification(List<String> signals, List<String> ruleIds) {

    /** Nothing matched. */
    public static final Classification NONE = new Classification(List.of(), List.of());

    public Classification {
        signals = List.copyOf(signals);
        ruleIds = List.copyOf(ruleIds);
    }

    /** Whether no rule matched. */
    public boolean isEmpty() {
        return ruleIds.isEmpty();
    }
}
