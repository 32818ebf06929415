package io.pumasentinel.cli.backtest;

import java.util.Optional;

/**
 * An episode, judged.
 *
 * @param episode the episode
 * @param outcome what became of it
 * @param reason why, where it is missed or not visible; else empty
 * @param found what told it first; empty unless it is found
 * @param windowed whether the rule that told it first waits for windows
 * @param alerts how many alerts began because of it; in a normal one, for nothing
 */
record EpisodeResult(
        Episode episode,
        EpisodeOutcome outcome,
        String reason,
        Optional<Telling> found,
        boolean windowed,
        int alerts) {

    /** Whether it counts in the recall. */
    boolean isVisible() {
        return outcome == EpisodeOutcome.FOUND || outcome == EpisodeOutcome.MISSED;
    }

    /** From the episode's start to the alert, in event time, in seconds; NaN unless found. */
    double secondsAfterStart() {
        return seconds(episode.start().toEpochMilli());
    }

    /**
     * From the moment the rule could know to the alert, in event time, in seconds; NaN unless
     * found. For counts and sequences that moment is the second of the event that completed them,
     * for windows the end of the first one that counted, in the episode.
     */
    double secondsAfterThreshold() {
        if (found.isEmpty()) {
            return Double.NaN;
        }
        Telling telling = found.get();
        if (!windowed) {
            return seconds(telling.hold().heldMillis());
        }
        long firstEnd = telling.part().firstMillis() + 1000;
        return seconds(Math.max(firstEnd, episode.firstSecondMillis()));
    }

    private double seconds(long fromMillis) {
        return found.map(t -> (t.hold().toldMillis() - fromMillis) / 1000.0).orElse(Double.NaN);
    }
}
