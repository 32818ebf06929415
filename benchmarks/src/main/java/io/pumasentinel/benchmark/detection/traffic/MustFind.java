package io.pumasentinel.benchmark.detection.traffic;

/**
 * Says which faults a detector must find, from the simulator's truth alone.
 *
 * <p>Three things must hold. The effect is in the direction that hurts and half as large again as
 * what the guards call an effect ({@link io.pumasentinel.baseline.Guards}). Within five minutes,
 * the longest span of a pool, or the fault if it is shorter, it concerns twice as many requests as
 * the guards ask for. And an observer who knew the endpoint's law would see the normal deviation
 * {@value #EVIDENCE} in that time; 5.5 is a score of 0.9.
 */
final class MustFind {
    private static final double MARGIN = 1.5;
    private static final double LATENCY_RATIO = 1.5 * MARGIN;
    private static final double LATENCY_SECONDS = 0.05 * MARGIN;
    private static final double ERROR_SHARE = 0.05 * MARGIN;
    private static final double RATE_RATIO = 2 * MARGIN;
    private static final double BYTES_RATIO = 2 * MARGIN;
    private static final double BYTES = 4096 * MARGIN;

    private static final double AFFECTED = 10;
    private static final double VOLUME = 40;
    private static final double EVIDENCE = 8;
    private static final double SPAN_MILLIS = 300_000;

    /** A drop says nothing where more than one window in fifty is empty anyway. */
    private static final double DENSE_RATE = Math.log(50) / 10;

    private MustFind() {}

    static boolean test(FaultKind kind, Endpoint endpoint, long startMillis) {
        long full = startMillis + kind.rampMillis();
        double seconds = Math.min(SPAN_MILLIS, (double) kind.holdMillis()) / 1000;
        double rate = Double.POSITIVE_INFINITY;
        for (long time = full; time < full + kind.holdMillis(); time += 10_000) {
            rate = Math.min(rate, endpoint.rate(time));
        }
        double requests = rate * seconds;
        LatencyLaw latency = endpoint.latency();
        double size = kind.size();
        return switch (kind.effect()) {
            case LATENCY -> latency(size, requests, latency);
            case SPREAD -> spread(size, requests, latency);
            case RATE -> rate(size, requests, endpoint, rate);
            case SEASON -> {
                Fault fault = new Fault(kind, endpoint, startMillis, false);
                double ratio = fault.rateFactor(full + kind.holdMillis() / 2);
                yield rate(ratio, requests, endpoint, rate);
            }
            case ERRORS_4XX -> errors(size, requests, endpoint.share4xx());
            case ERRORS_5XX, FAST_FAILURE -> errors(size, requests, endpoint.share5xx());
            case BYTES ->
                    size >= BYTES_RATIO
                            && endpoint.medianBytes() * (size - 1) >= BYTES
                            && requests >= VOLUME
                            && shift(size, requests, Endpoint.BYTES_SPREAD) >= EVIDENCE;
        };
    }

    private static boolean latency(double size, double requests, LatencyLaw law) {
        return size >= LATENCY_RATIO
                && law.p95Seconds() * (size - 1) >= LATENCY_SECONDS
                && requests / 2 >= AFFECTED
                && shift(size, requests, law.spread()) >= EVIDENCE;
    }

    /** Twice the Kullback-Leibler distance of two normal laws that differ in scale. */
    private static boolean spread(double size, double requests, LatencyLaw law) {
        double p95 = law.p95Seconds();
        double ratio = Math.pow(p95 / law.medianSeconds(), size - 1);
        double evidence = Math.sqrt(requests * (size * size - 1 - 2 * Math.log(size)));
        return ratio >= LATENCY_RATIO
                && p95 * (ratio - 1) >= LATENCY_SECONDS
                && requests / 10 >= AFFECTED
                && evidence >= EVIDENCE;
    }

    /** The root of Poisson's deviance, no better than the rate's own wandering lets it be. */
    private static boolean rate(double size, double requests, Endpoint endpoint, double perSecond) {
        boolean steady = endpoint.habit() == Habit.PEOPLE || endpoint.habit() == Habit.CONSTANT;
        boolean up = size >= RATE_RATIO;
        boolean down = size <= 1 / RATE_RATIO && perSecond >= DENSE_RATE;
        double entropy = size > 0 ? size * Math.log(size) : 0;
        double poisson = Math.sqrt(2 * requests * (entropy + 1 - size));
        double wander = Math.abs(Math.log(size)) / EndpointTraffic.RATE_WANDER;
        double evidence = 1 / Math.hypot(1 / poisson, 1 / wander);
        return steady
                && (up || down)
                && Math.abs(size - 1) * requests >= VOLUME
                && evidence >= EVIDENCE;
    }

    /** The root of twice the log likelihood ratio of two known binomial laws. */
    private static boolean errors(double added, double requests, double base) {
        double share = base + added * (1 - base);
        double usual = Math.max(base, 1e-4);
        double distance =
                share * Math.log(share / usual) + (1 - share) * Math.log((1 - share) / (1 - usual));
        return added >= ERROR_SHARE
                && added * requests >= AFFECTED
                && Math.sqrt(2 * requests * distance) >= EVIDENCE;
    }

    private static double shift(double factor, double requests, double spread) {
        double wander = EndpointTraffic.LATENCY_WANDER;
        return Math.log(factor) / Math.sqrt(spread * spread / requests + wander * wander);
    }
}
