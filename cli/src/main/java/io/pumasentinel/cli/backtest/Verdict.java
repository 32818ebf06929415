package io.pumasentinel.cli.backtest;

/** What became of an alert. */
enum Verdict {
    /** It tells an episode for what it was. */
    TELLS,
    /** It began because of an episode, but says of none what it was. */
    SYMPTOM,
    /** It began for nothing that the truth knows. */
    FALSE
}
