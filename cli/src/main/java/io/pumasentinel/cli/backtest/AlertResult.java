package io.pumasentinel.cli.backtest;

import java.util.List;

/**
 * An alert, judged.
 *
 * @param alert the alert
 * @param verdict what it is worth
 * @param cause the index of the episode because of which it began; -1 for none
 * @param tells the indices of the episodes that it tells for what they were, in order
 */
record AlertResult(AlertHistory alert, Verdict verdict, int cause, List<Integer> tells) {

    AlertResult {
        tells = List.copyOf(tells);
    }
}
