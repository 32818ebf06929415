package io.pumasentinel.baseline;

/** What is judged of one worker's samples, over the ten seconds or more that are pooled. */
public enum WorkerMetric {
    /** Mean of busy threads per configured thread; above 1 when requests queue. */
    UTILIZATION("utilization", Scale.PLAIN, 0.1),
    /** Mean number of requests in the thread pool's queue. */
    BACKLOG("backlog", Scale.LOG, 0.3),
    /** Largest queue that the worker told of (Puma 7 and later). */
    BACKLOG_MAX("backlog_max", Scale.LOG, 0.3),
    /** Share of the samples without a free thread and with requests waiting, in [0,1]. */
    QUEUEING("queueing", Scale.PLAIN, 0.1),
    /** Requests started per second. */
    REQUEST_RATE("request_rate", Scale.ROOT, 1),
    /** Processor time per second: 1 = one core. */
    CPU("cpu", Scale.PLAIN, 0.05),
    /** Resident memory in bytes. */
    MEMORY("memory", Scale.LOG, 0.05),
    /** Resident memory in bytes at its least of two hours, against a day before. */
    MEMORY_GROWTH("memory_growth", Scale.LOG, 0.05),
    /** Most connections held in the reactor (Puma 7 and later). */
    REACTOR_MAX("reactor_max", Scale.LOG, 0.3);

    /** Where deviations are roughly normal. */
    enum Scale {
        PLAIN,
        /** ln(1 + value). */
        LOG,
        /** 2√(value + ⅜), whose variance is 1 for Poisson counts (Anscombe 1948). */
        ROOT
    }

    private final String label;
    private final Scale scale;
    private final double leastDeviation;

    WorkerMetric(String label, Scale scale, double leastDeviation) {
        this.label = label;
        this.scale = scale;
        this.leastDeviation = leastDeviation;
    }

    /** The metric's part of an anomaly's name, such as {@code backlog_max}. */
    public String label() {
        return label;
    }

    /** The spread that is believed even of a constant series, in the scale. */
    double leastDeviation() {
        return leastDeviation;
    }

    double scaled(double value) {
        return switch (scale) {
            case PLAIN -> value;
            case LOG -> Math.log1p(Math.max(0, value));
            case ROOT -> LearnedRate.stabilised(Math.max(0, value));
        };
    }

    /** The inverse of {@link #scaled}, at least 0: nothing that is judged can be less. */
    double unscaled(double scaled) {
        double value =
                switch (scale) {
                    case PLAIN -> scaled;
                    case LOG -> Math.expm1(scaled);
                    case ROOT -> LearnedRate.count(scaled);
                };
        return Math.max(0, value);
    }
}
