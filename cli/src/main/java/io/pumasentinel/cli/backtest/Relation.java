package io.pumasentinel.cli.backtest;

/** What a telling has to do with an episode. */
enum Relation {
    /** Nothing. */
    NONE,
    /** It came in its time and may be about its subject, but does not say what it was. */
    SYMPTOM,
    /** It tells the episode for what it was. */
    HIT
}
