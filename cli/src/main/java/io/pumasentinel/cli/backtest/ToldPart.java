package io.pumasentinel.cli.backtest;

import java.util.List;

/**
 * One rule's share of an alert, as it was told.
 *
 * @param rule the rule
 * @param firstMillis the second of the first event that counted when it was told first
 * @param holds when it held: the first time exactly, later ones as they were told; not empty
 */
record ToldPart(String rule, long firstMillis, List<Hold> holds) {

    ToldPart {
        holds = List.copyOf(holds);
    }

    /** When it was told first. */
    Hold first() {
        return holds.get(0);
    }
}
