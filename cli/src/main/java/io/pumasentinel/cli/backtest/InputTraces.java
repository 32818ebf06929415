package io.pumasentinel.cli.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the input holds.
 *
 * @param firstMillis event time of its first event
 * @param lastMillis event time of its last event; before the first one's if there was none
 * @param ofEpisodes what of each episode, in the truth's order, was seen at least once
 */
record InputTraces(long firstMillis, long lastMillis, List<Set<Trace>> ofEpisodes) {

    InputTraces {
        ofEpisodes = ofEpisodes.stream().map(Set::copyOf).toList();
    }

    /** From the accumulators of a job with {@link TraceCounts}. */
    static InputTraces of(Map<String, Object> accumulators, List<Episode> episodes) {
        List<Set<Trace>> seen = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            Set<Trace> traces = new TreeSet<>();
            for (Trace trace : episodes.get(i).shownBy()) {
                if (accumulators.containsKey(TraceCounts.name(i, trace))) {
                    traces.add(trace);
                }
            }
            seen.add(traces);
        }
        return new InputTraces(
                millis(accumulators.get(TraceCounts.FIRST)),
                millis(accumulators.get(TraceCounts.LAST)),
                seen);
    }

    /** How long the input lasted, in days; 0 if it held fewer than two times. */
    double days() {
        return lastMillis <= firstMillis ? 0 : (lastMillis - firstMillis) / 86_400_000.0;
    }

    private static long millis(@Nullable Object accumulated) {
        return accumulated instanceof Long millis ? millis : 0;
    }
}
