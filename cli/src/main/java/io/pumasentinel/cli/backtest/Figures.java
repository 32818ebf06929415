package io.pumasentinel.cli.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a backtest comes to.
 *
 * @param found episodes that an alert told for what they were
 * @param missed episodes that the input shows and no alert told
 * @param notVisible episodes of which the input holds nothing: they count neither way
 * @param alerts alerts raised
 * @param telling of these, those that tell an episode
 * @param symptoms of these, those that began because of one and tell none
 * @param falses of these, those that began for nothing
 * @param falseParts rules that began to hold for nothing, as parts of whichever alert
 * @param days how long the input lasted
 * @param mostAlerts the most alerts that began because of one episode
 * @param medianSeconds median from an episode's start to its alert; NaN if none is found
 * @param slowestCountSeconds the longest from threshold to alert of a count or sequence of events
 * @param slowestWindowSeconds the longest from threshold to alert of a rule over windows
 */
public record Figures(
        int found,
        int missed,
        int notVisible,
        int alerts,
        int telling,
        int symptoms,
        int falses,
        int falseParts,
        double days,
        int mostAlerts,
        double medianSeconds,
        double slowestCountSeconds,
        double slowestWindowSeconds) {

    static Figures of(Judged judged) {
        return new Figures(
                episodes(judged, r -> r.outcome() == EpisodeOutcome.FOUND),
                episodes(judged, r -> r.outcome() == EpisodeOutcome.MISSED),
                episodes(judged, r -> r.outcome() == EpisodeOutcome.NOT_VISIBLE),
                judged.alerts().size(),
                alerts(judged, Verdict.TELLS),
                alerts(judged, Verdict.SYMPTOM),
                alerts(judged, Verdict.FALSE),
                judged.rules().stream().mapToInt(RuleResult::falses).sum(),
                judged.traces().days(),
                judged.episodes().stream()
                        .filter(r -> r.episode().kind().isWanted())
                        .mapToInt(EpisodeResult::alerts)
                        .max()
                        .orElse(0),
                median(found(judged, r -> true, EpisodeResult::secondsAfterStart)),
                slowest(found(judged, r -> !r.windowed(), EpisodeResult::secondsAfterThreshold)),
                slowest(
                        found(
                                judged,
                                EpisodeResult::windowed,
                                EpisodeResult::secondsAfterThreshold)));
    }

    /** Found of those that can be seen, 0 to 1; 1 if there are none. */
    public double recall() {
        return ratio(found, found + missed);
    }

    /** Alerts that began because of an episode, of all, 0 to 1; 1 if there are none. */
    public double precision() {
        return ratio(alerts - falses, alerts);
    }

    /** Alerts that tell an episode for what it was, of all, 0 to 1; 1 if there are none. */
    public double exactPrecision() {
        return ratio(telling, alerts);
    }

    /** So many alerts a day if it went on like this; NaN if the input had no length. */
    public double alertsPerDay() {
        return days <= 0 ? Double.NaN : alerts / days;
    }

    /** So many false alerts a day if it went on like this; NaN if the input had no length. */
    public double falseAlertsPerDay() {
        return days <= 0 ? Double.NaN : falses / days;
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static int episodes(Judged judged, Predicate<EpisodeResult> wanted) {
        return (int) judged.episodes().stream().filter(wanted).count();
    }

    private static int alerts(Judged judged, Verdict verdict) {
        return (int) judged.alerts().stream().filter(a -> a.verdict() == verdict).count();
    }

    private static double[] found(
            Judged judged, Predicate<EpisodeResult> which, ToDoubleFunction<EpisodeResult> value) {
        List<EpisodeResult> found =
                judged.episodes().stream()
                        .filter(r -> r.outcome() == EpisodeOutcome.FOUND)
                        .filter(which)
                        .toList();
        return found.stream().mapToDouble(value).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    private static double slowest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
