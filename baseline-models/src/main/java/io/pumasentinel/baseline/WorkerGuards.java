package io.pumasentinel.baseline;

/** The smallest effects on a worker that matter to somebody, whatever their probability. */
final class WorkerGuards {
    private static final double SATURATED = 0.8;
    private static final double MORE = 1.5;
    private static final double SHARE_MORE = 0.3;
    private static final double HALF = 0.5;
    private static final double RATE_RATIO = 3;
    private static final double RATE_MORE = 2;
    private static final double CONNECTIONS = 50;
    private static final double CONNECTIONS_RATIO = 3;
    private static final double MEMORY_MORE = 100.0 * (1 << 20);
    private static final double GROWTH_RATIO = 1.2;
    private static final double GROWTH_MORE = 50.0 * (1 << 20);

    private WorkerGuards() {}

    /**
     * Whether what was observed hurts.
     *
     * <ul>
     *   <li>utilisation: 0.8 and 1.5 times the expected; processor time: the same
     *   <li>queue: as many requests as threads, and 1.5 times the expected; its peak: twice as many
     *   <li>queueing: half of the samples, and 0.3 more than expected
     *   <li>rate: three times the expected, and two requests a second more
     *   <li>memory: 1.5 times the expected and 100 MiB more; its growth: 1.2 times and 50 MiB
     *   <li>connections in the reactor: 50, and three times the expected
     * </ul>
     *
     * @param threads configured threads; NaN if unknown, then a queue is never notable
     */
    static boolean notable(WorkerMetric metric, double observed, double expected, double threads) {
        double more = observed - expected;
        return switch (metric) {
            case UTILIZATION, CPU -> observed >= SATURATED && observed >= MORE * expected;
            case BACKLOG -> observed >= threads && observed >= MORE * expected;
            case BACKLOG_MAX -> observed >= 2 * threads && observed >= MORE * expected;
            case QUEUEING -> observed >= HALF && more >= SHARE_MORE;
            case REQUEST_RATE -> observed >= RATE_RATIO * expected && more >= RATE_MORE;
            case MEMORY -> observed >= MORE * expected && more >= MEMORY_MORE;
            case MEMORY_GROWTH -> observed >= GROWTH_RATIO * expected && more >= GROWTH_MORE;
            case REACTOR_MAX -> observed >= CONNECTIONS && observed >= CONNECTIONS_RATIO * expected;
        };
    }
}
