package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Short ways to write truths and alerts, in seconds of one morning. */
final class Stories {
    static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    static final long TAIL_MILLIS = 60_000;

    private Stories() {}

    static Instant at(long second) {
        return MORNING.plusSeconds(second);
    }

    static long millis(long second) {
        return at(second).toEpochMilli();
    }

    static Episode attack(String name, long from, long to, String address, String... rules) {
        return episode(
                name,
                EpisodeKind.ATTACK,
                from,
                to,
                new Subject(Set.of(address), "", "", ""),
                rules);
    }

    static Episode fault(String name, long from, long to, String endpoint, String... rules) {
        return episode(
                name, EpisodeKind.FAULT, from, to, new Subject(Set.of(), endpoint, "", ""), rules);
    }

    static Episode normal(String name, long from, long to) {
        return episode(name, EpisodeKind.NORMAL, from, to, new Subject(Set.of(), "", "", ""));
    }

    static AlertHistory alert(String id, EntityType type, String entity, ToldPart... parts) {
        List<ToldPart> all = Arrays.asList(parts);
        return new AlertHistory(
                id,
                new Entity(type, entity),
                Set.of(),
                all.get(all.size() - 1).rule(),
                "high",
                all);
    }

    /** A rule that held at these seconds, each told six seconds later. */
    static ToldPart part(String rule, long... heldSeconds) {
        List<Hold> holds =
                Arrays.stream(heldSeconds)
                        .mapToObj(s -> new Hold(millis(s), millis(s + 6)))
                        .toList();
        return new ToldPart(rule, millis(heldSeconds[0] - 2), holds);
    }

    /** An input that holds the morning and everything of every episode. */
    static InputTraces allSeen(List<Episode> truth) {
        return new InputTraces(
                millis(0), millis(3600), truth.stream().map(Episode::shownBy).toList());
    }

    private static Episode episode(
            String name, EpisodeKind kind, long from, long to, Subject subject, String... rules) {
        return new Episode(name, kind, at(from), at(to), subject, Set.of(rules), Set.of(), "");
    }
}
