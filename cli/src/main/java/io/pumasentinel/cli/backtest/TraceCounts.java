package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/**
 * Counts what the input holds of every episode, and between which times; keeps no event.
 *
 * @see InputTraces
 */
final class TraceCounts extends RichFilterFunction<PumaEvent> {
    private static final long serialVersionUID = 1L;

    static final String FIRST = "backtest-first";
    static final String LAST = "backtest-last";

    private final List<Episode> episodes;
    private final long tailMillis;
    private transient LongMinimum first = new LongMinimum();
    private transient LongMaximum last = new LongMaximum();

    TraceCounts(List<Episode> episodes, long tailMillis) {
        this.episodes = List.copyOf(episodes);
        this.tailMillis = tailMillis;
    }

    /** The accumulator of what the {@code episode}-th one left. */
    static String name(int episode, Trace trace) {
        return "backtest-" + episode + "-" + trace.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(OpenContext context) {
        first = new LongMinimum();
        last = new LongMaximum();
        getRuntimeContext().addAccumulator(FIRST, first);
        getRuntimeContext().addAccumulator(LAST, last);
    }

    @Override
    public boolean filter(PumaEvent event) {
        if (event.kind() == EventKind.UNPARSED || event.timestampMillis() == PumaEvent.NO_TIME) {
            return false;
        }
        first.add(event.timestampMillis());
        last.add(event.timestampMillis());
        for (int i = 0; i < episodes.size(); i++) {
            Episode episode = episodes.get(i);
            if (episode.covers(event.timestampMillis(), tailMillis)) {
                for (Trace trace : episode.shownBy()) {
                    if (trace.isIn(event, episode.subject())) {
                        getRuntimeContext().getLongCounter(name(i, trace)).add(1L);
                    }
                }
            }
        }
        return false;
    }
}
