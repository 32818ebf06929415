package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Entity;
import java.util.List;

/**
 * Decides what a telling has to do with the episodes: by the second in which the rule held, by whom
 * it is about, and by the rule.
 *
 * @param episodes what really happened
 * @param tailMillis how long after an episode's end a rule may hold because of it
 */
record Matching(List<Episode> episodes, long tailMillis) {

    Matching {
        episodes = List.copyOf(episodes);
    }

    /**
     * A hit, if the episode was going on (or ended less than the tail ago), the entity may be its
     * subject, and the rule is one of those that tell it. Without the last it is a symptom, unless
     * the rule held while the truth says that all was normal.
     */
    Relation relation(Episode episode, AlertHistory alert, String rule, long heldMillis) {
        boolean concerned =
                episode.kind().isWanted()
                        && episode.covers(heldMillis, tailMillis)
                        && isAbout(alert, episode.subject());
        if (!concerned) {
            return Relation.NONE;
        }
        if (tells(episode, alert.entity(), rule)) {
            return Relation.HIT;
        }
        return normal(heldMillis) ? Relation.NONE : Relation.SYMPTOM;
    }

    private static boolean isAbout(AlertHistory alert, Subject subject) {
        Entity entity = alert.entity();
        return subject.mayBe(entity.type(), entity.value())
                && subject.mayBeAmong(alert.addresses());
    }

    /** Without rules in the truth, what is about the very subject that it names. */
    private static boolean tells(Episode episode, Entity entity, String rule) {
        Subject subject = episode.subject();
        if (subject.isVague(entity)) {
            return false;
        }
        return episode.rules().isEmpty()
                ? subject.isOpen() || subject.names(entity.type())
                : episode.rules().contains(rule);
    }

    /** The best that the telling is to any episode. */
    Relation best(AlertHistory alert, String rule, long heldMillis) {
        Relation best = Relation.NONE;
        for (Episode episode : episodes) {
            Relation one = relation(episode, alert, rule, heldMillis);
            best = one.compareTo(best) > 0 ? one : best;
        }
        return best;
    }

    /** The episode that made the telling: the latest of those to which it is most; -1 if none. */
    int cause(AlertHistory alert, String rule, long heldMillis) {
        Relation best = best(alert, rule, heldMillis);
        int cause = -1;
        for (int i = 0; i < episodes.size() && best != Relation.NONE; i++) {
            Episode episode = episodes.get(i);
            boolean equal = relation(episode, alert, rule, heldMillis) == best;
            if (equal && (cause < 0 || !episode.start().isBefore(episodes.get(cause).start()))) {
                cause = i;
            }
        }
        return cause;
    }

    private boolean normal(long millis) {
        return episodes.stream()
                .anyMatch(
                        e ->
                                e.kind() == EpisodeKind.NORMAL
                                        && millis >= e.firstSecondMillis()
                                        && millis < e.end().toEpochMilli() / 1000 * 1000);
    }
}
