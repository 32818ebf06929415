package io.pumasentinel.sigma;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sample of one worker's thread pool. */
final class StatsView extends PumaEventView {
    private final StatsSample stats;

    StatsView(PumaEvent event, StatsSample stats) {
        super(event);
        this.stats = stats;
    }

    @Override
    public LogSource source() {
        return LogSource.STATS;
    }

    @Override
    @Nullable String ownText(Field field) {
        return field == Field.SAMPLE
                ? stats.worker() + " " + Instant.ofEpochMilli(stats.lastCheckinMillis())
                : null;
    }

    @Override
    public double number(Field field) {
        return switch (field) {
            case BACKLOG -> known(stats.backlog());
            case RUNNING -> known(stats.running());
            case POOL_CAPACITY -> known(stats.poolCapacity());
            case BUSY_THREADS -> known(stats.busyThreads());
            case MAX_THREADS -> known(stats.maxThreads());
            case UTILIZATION -> stats.utilization();
            case BACKLOG_MAX -> known(stats.backlogMax());
            case REACTOR_MAX -> known(stats.reactorMax());
            case BOOTED_SHARE ->
                    stats.workers() <= 0
                            ? Double.NaN
                            : (double) stats.bootedWorkers() / stats.workers();
            default -> Double.NaN;
        };
    }

    @Override
    public String sample() {
        return Sample.oneLine(
                "%s worker %d backlog %d, busy %d of %d threads, pool_capacity %d"
                        .formatted(
                                host(),
                                stats.worker(),
                                stats.backlog(),
                                stats.busyThreads(),
                                stats.maxThreads(),
                                stats.poolCapacity()));
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }

    private static double known(int value) {
        return value < 0 ? Double.NaN : value;
    }
}
