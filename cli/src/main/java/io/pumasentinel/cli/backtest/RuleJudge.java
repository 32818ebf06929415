package io.pumasentinel.cli.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges every rule that was told, or that a missed episode lacks. */
final class RuleJudge {
    private final Tellings tellings;

    RuleJudge(Tellings tellings) {
        this.tellings = tellings;
    }

    /** By the rules' names. */
    List<RuleResult> judge(List<AlertHistory> alerts, List<EpisodeResult> episodes) {
        Map<String, List<Telling>> byRule = new TreeMap<>();
        for (AlertHistory alert : alerts) {
            for (ToldPart part : alert.parts()) {
                byRule.computeIfAbsent(part.rule(), k -> new ArrayList<>())
                        .add(new Telling(alert, part, part.first()));
            }
        }
        for (EpisodeResult result : episodes) {
            if (result.outcome() == EpisodeOutcome.MISSED) {
                result.episode().rules().forEach(r -> byRule.putIfAbsent(r, List.of()));
            }
        }
        return byRule.entrySet().stream()
                .map(e -> rule(e.getKey(), e.getValue(), episodes))
                .toList();
    }

    private RuleResult rule(String rule, List<Telling> parts, List<EpisodeResult> episodes) {
        List<Relation> relations =
                parts.stream().map(t -> tellings.relation(t.alert(), t.part())).toList();
        List<Episode> expected =
                episodes.stream()
                        .filter(EpisodeResult::isVisible)
                        .map(EpisodeResult::episode)
                        .filter(episode -> episode.rules().contains(rule))
                        .toList();
        long found = expected.stream().filter(episode -> isTold(episode, parts)).count();
        return new RuleResult(
                rule,
                parts.size(),
                count(relations, Relation.HIT),
                count(relations, Relation.SYMPTOM),
                count(relations, Relation.NONE),
                expected.size(),
                (int) found);
    }

    private boolean isTold(Episode episode, List<Telling> parts) {
        return parts.stream()
                .anyMatch(
                        own ->
                                tellings.of(own.alert(), episode)
                                        .anyMatch(hit -> hit.part().equals(own.part())));
    }

    private static int count(List<Relation> relations, Relation wanted) {
        return (int) relations.stream().filter(r -> r == wanted).count();
    }
}
