package io.pumasentinel.cli.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every episode of the truth with what became of it; none is left out. */
final class EpisodeTable {
    private EpisodeTable() {}

    static Section of(Judged judged) {
        List<List<String>> rows = new ArrayList<>();
        for (EpisodeResult result : judged.episodes()) {
            rows.add(
                    List.of(
                            result.episode().name(),
                            clock(result.episode().start()) + "–" + clock(result.episode().end()),
                            result.outcome().text(),
                            result.found().map(EpisodeTable::by).orElse(result.reason()),
                            FigureTable.seconds(result.secondsAfterStart()),
                            FigureTable.seconds(result.secondsAfterThreshold()),
                            String.valueOf(result.alerts())));
        }
        return new Section(
                "Episodes",
                List.of(
                        "episode",
                        "time (UTC)",
                        "outcome",
                        "by, or why not",
                        "after start",
                        "after threshold",
                        "alerts"),
                rows);
    }

    static Section compared(Judged first, Judged second) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < first.episodes().size(); i++) {
            EpisodeResult one = first.episodes().get(i);
            rows.add(
                    Differences.row(
                            one.episode().name(), cell(one), cell(second.episodes().get(i))));
        }
        return new Section("Episodes", Differences.headers("episode"), rows);
    }

    private static String cell(EpisodeResult result) {
        String outcome =
                result.outcome() == EpisodeOutcome.FOUND
                        ? "found after " + FigureTable.seconds(result.secondsAfterStart())
                        : result.outcome().text();
        return outcome + String.format(Locale.ROOT, ", %d alerts", result.alerts());
    }

    private static String by(Telling telling) {
        String what = telling.part().rule() + " on " + telling.alert().entity().value();
        return telling.goesOn() ? what + " (told before, went on)" : what;
    }

    static String clock(Instant instant) {
        return instant.toString().substring(11, 19);
    }
}
