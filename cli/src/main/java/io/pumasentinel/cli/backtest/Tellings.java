package io.pumasentinel.cli.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which moments of an alert tell which episode.
 *
 * @param matching what a moment has to do with an episode
 */
record Tellings(Matching matching) {

    /** What really happened. */
    List<Episode> episodes() {
        return matching.episodes();
    }

    /**
     * The moments at which the alert told the episode for what it was. Where a rule was told before
     * and only goes on, that is news of the episode only in the alert of the very entity that the
     * truth names: an attacker may go on in his own alert, but one that is about a host, say, and
     * open since something else happened, tells nobody of him.
     */
    Stream<Telling> of(AlertHistory alert, Episode episode) {
        return hits(alert, episode)
                .filter(t -> !t.goesOn() || episode.subject().names(alert.entity().type()));
    }

    /** The same, with what only went on. */
    Stream<Telling> hits(AlertHistory alert, Episode episode) {
        return alert.parts().stream()
                .flatMap(p -> p.holds().stream().map(hold -> new Telling(alert, p, hold)))
                .filter(t -> relation(t, episode) == Relation.HIT);
    }

    /** Nothing if the part began to hold for nothing, else the most that it held for. */
    Relation relation(AlertHistory alert, ToldPart part) {
        Relation first = best(alert, part, part.first());
        if (first == Relation.NONE) {
            return Relation.NONE;
        }
        return part.holds().stream()
                .map(hold -> best(alert, part, hold))
                .max(Comparator.naturalOrder())
                .orElse(first);
    }

    private Relation best(AlertHistory alert, ToldPart part, Hold hold) {
        return matching.best(alert, part.rule(), hold.heldMillis());
    }

    private Relation relation(Telling telling, Episode episode) {
        return matching.relation(
                episode, telling.alert(), telling.part().rule(), telling.hold().heldMillis());
    }
}
