package io.pumasentinel.sigma;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sample of one worker's thread pool under one of its scores. */
final class StatsView extends PumaEventView {
    private final StatsSample stats;
    private final @Nullable MetricScore metric;

    /** The sample under one of its scores; null if it has none. */
    StatsView(PumaEvent event, StatsSample stats, @Nullable MetricScore metric) {
        super(event);
        this.stats = stats;
        this.metric = metric;
    }

    @Override
    public LogSource source() {
        return LogSource.STATS;
    }

    @Override
    @Nullable String ownText(Field field) {
        return switch (field) {
            case SAMPLE -> stats.worker() + " " + Instant.ofEpochMilli(stats.lastCheckinMillis());
            case WORKER -> stats.worker() < 0 ? null : Integer.toString(stats.worker());
            case ANOMALY_METRIC -> metric == null ? null : metric.metric();
            default -> null;
        };
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
            case REQUEST_RATE -> stats.requestRate();
            case CPU_SHARE -> stats.cpuShare();
            case RSS_BYTES -> stats.rssBytes() < 0 ? Double.NaN : stats.rssBytes();
            default -> metric == null ? Double.NaN : AnomalyFields.number(field, metric);
        };
    }

    @Override
    public String sample() {
        String pool =
                "%s worker %d backlog %d, busy %d of %d threads, pool_capacity %d"
                        .formatted(
                                host(),
                                stats.worker(),
                                stats.backlog(),
                                stats.busyThreads(),
                                stats.maxThreads(),
                                stats.poolCapacity());
        return Sample.oneLine(metric == null ? pool : pool + ", " + AnomalyFields.describe(metric));
    }

    @Override
    public @Nullable MetricScore metric() {
        return metric;
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }

    private static double known(int value) {
        return value < 0 ? Double.NaN : value;
    }
}
