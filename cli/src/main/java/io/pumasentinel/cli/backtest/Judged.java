package io.pumasentinel.cli.backtest;

import java.util.List;

/**
 * All that a backtest found.
 *
 * @param episodes in the truth's order
 * @param alerts in the order of their beginning
 * @param rules by name
 * @param traces what the input held
 */
record Judged(
        List<EpisodeResult> episodes,
        List<AlertResult> alerts,
        List<RuleResult> rules,
        InputTraces traces) {

    Judged {
        episodes = List.copyOf(episodes);
        alerts = List.copyOf(alerts);
        rules = List.copyOf(rules);
    }
}
