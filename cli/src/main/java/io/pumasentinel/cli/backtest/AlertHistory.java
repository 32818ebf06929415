package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Entity;
import java.util.List;
import java.util.Set;

/**
 * An alert with all that was told of it.
 *
 * @param id its id
 * @param entity whom it is about
 * @param addresses of a summary of many: some of those that are in it; else empty
 * @param rule the rule that names it at the end
 * @param level its level at the end
 * @param parts its rules, in the order in which they were told; not empty
 */
record AlertHistory(
        String id,
        Entity entity,
        Set<String> addresses,
        String rule,
        String level,
        List<ToldPart> parts) {

    AlertHistory {
        addresses = Set.copyOf(addresses);
        parts = List.copyOf(parts);
    }

    /** When somebody was told of it first. */
    Hold begin() {
        return parts.get(0).first();
    }
}
