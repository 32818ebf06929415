package io.pumasentinel.cli.backtest;

import java.util.Locale;

/** What became of an episode. */
enum EpisodeOutcome {
    /** An alert told it for what it was. */
    FOUND,
    /** The input shows it and no alert told it. */
    MISSED,
    /** No alert told it, and the input holds nothing by which one could. */
    NOT_VISIBLE,
    /** Normal, and no alert began in it. */
    QUIET,
    /** Normal, and an alert began in it for nothing. */
    DISTURBED;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
