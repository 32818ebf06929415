package io.pumasentinel.cli.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Holds alerts against the truth. */
final class Judge {
    private final Matching matching;
    private final Tellings tellings;
    private final InputTraces traces;
    private final RulePace pace;

    Judge(Matching matching, InputTraces traces, RulePace pace) {
        this.matching = matching;
        this.tellings = new Tellings(matching);
        this.traces = traces;
        this.pace = pace;
    }

    /** Judges every episode, every alert and every rule; none is left out. */
    Judged judge(List<AlertHistory> alerts) {
        List<AlertResult> judgedAlerts = alerts.stream().map(this::alert).toList();
        List<EpisodeResult> episodes =
                IntStream.range(0, matching.episodes().size())
                        .mapToObj(i -> episode(i, judgedAlerts))
                        .toList();
        List<RuleResult> rules = new RuleJudge(tellings).judge(alerts, episodes);
        return new Judged(episodes, judgedAlerts, rules, traces);
    }

    /** By its beginning: a false alarm stays one, whatever the alert tells of later. */
    private AlertResult alert(AlertHistory alert) {
        ToldPart speaker =
                alert.parts().stream()
                        .filter(p -> p.first().heldMillis() == alert.begin().heldMillis())
                        .max(Comparator.comparing(p -> best(alert, p)))
                        .orElseThrow();
        int cause = matching.cause(alert, speaker.rule(), speaker.first().heldMillis());
        List<Integer> tells =
                IntStream.range(0, matching.episodes().size())
                        .filter(i -> tellings.of(alert, episode(i)).findAny().isPresent())
                        .boxed()
                        .toList();
        Verdict verdict =
                cause < 0 ? Verdict.FALSE : tells.isEmpty() ? Verdict.SYMPTOM : Verdict.TELLS;
        return new AlertResult(alert, verdict, cause, tells);
    }

    private Relation best(AlertHistory alert, ToldPart part) {
        return matching.best(alert, part.rule(), part.first().heldMillis());
    }

    private EpisodeResult episode(int index, List<AlertResult> alerts) {
        Episode episode = episode(index);
        int begun = (int) alerts.stream().filter(a -> beganWith(a, index)).count();
        if (!episode.kind().isWanted()) {
            EpisodeOutcome outcome = begun == 0 ? EpisodeOutcome.QUIET : EpisodeOutcome.DISTURBED;
            return new EpisodeResult(episode, outcome, "", Optional.empty(), false, begun);
        }
        Optional<Telling> first =
                alerts.stream()
                        .flatMap(a -> tellings.of(a.alert(), episode))
                        .min(Comparator.comparingLong(t -> t.hold().toldMillis()));
        if (first.isPresent()) {
            boolean windowed = pace.isWindowed(first.get().part().rule());
            return new EpisodeResult(episode, EpisodeOutcome.FOUND, "", first, windowed, begun);
        }
        String invisible = invisible(index);
        return invisible.isEmpty()
                ? new EpisodeResult(
                        episode,
                        EpisodeOutcome.MISSED,
                        toldInstead(index, alerts),
                        first,
                        false,
                        begun)
                : new EpisodeResult(
                        episode, EpisodeOutcome.NOT_VISIBLE, invisible, first, false, begun);
    }

    /** Because of a wanted episode, or for nothing in a normal one. */
    private boolean beganWith(AlertResult result, int index) {
        Episode episode = episode(index);
        return episode.kind().isWanted()
                ? result.cause() == index
                : result.verdict() == Verdict.FALSE
                        && episode.covers(result.alert().begin().heldMillis(), 0);
    }

    /** Why nobody can see the episode; empty if somebody can. */
    private String invisible(int index) {
        Episode episode = episode(index);
        if (!episode.notVisible().isEmpty()) {
            return episode.notVisible();
        }
        if (!traces.ofEpisodes().get(index).isEmpty()) {
            return "";
        }
        List<String> absent = episode.shownBy().stream().sorted().map(Trace::absent).toList();
        return String.join(", and ", absent);
    }

    private String toldInstead(int index, List<AlertResult> alerts) {
        List<String> instead = new ArrayList<>();
        for (AlertResult result : alerts) {
            AlertHistory alert = result.alert();
            String where = " on " + alert.entity().value();
            if (result.cause() == index) {
                instead.add("only told as " + alert.rule() + where);
            }
            tellings.hits(alert, episode(index))
                    .map(t -> t.part().rule() + where + " was open already and went on")
                    .distinct()
                    .forEach(instead::add);
        }
        return instead.isEmpty() ? "no alert began with it" : String.join(", ", instead);
    }

    private Episode episode(int index) {
        return matching.episodes().get(index);
    }
}
