package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Entity;
import java.util.List;

/**
 * An alert with all that was told of it.
 *
 * @param id its id
 * @param entity whom it is about
 * @param rule the rule that names it at the end
 * @param level its level at the end
 * @param parts its rules, in the order in which they were told; not empty
 */
record AlertHistory(String id, Entity entity, String rule, String level, List<ToldPart> parts) {

    AlertHistory {
        parts = List.copyOf(parts);
    }

    /** When somebody was told of it first. */
    Hold begin() {
        return parts.get(0).first();
    }
}
