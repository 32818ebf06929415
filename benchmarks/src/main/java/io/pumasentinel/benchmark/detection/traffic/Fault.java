package io.pumasentinel.benchmark.detection.traffic;

/**
 * A fault in its place.
 *
 * @param kind what happens
 * @param endpoint to which endpoint
 * @param startMillis from when on
 * @param mustFind whether missing it is a failure, declared before anything is detected by {@link
 *     MustFind}
 */
public record Fault(FaultKind kind, Endpoint endpoint, long startMillis, boolean mustFind) {

    /** The first moment without it; it ends at once. */
    public long endMillis() {
        return startMillis + kind.rampMillis() + kind.holdMillis();
    }

    boolean active(long timeMillis) {
        return timeMillis >= startMillis && timeMillis < endMillis();
    }

    /** How far it has grown, in [0,1]; 0 outside. */
    double progress(long timeMillis) {
        if (!active(timeMillis)) {
            return 0;
        }
        long since = timeMillis - startMillis;
        return since >= kind.rampMillis() ? 1 : (double) since / kind.rampMillis();
    }

    /** The factor at a time if the kind's effect is {@code effect}, else 1. */
    double factor(Effect effect, long timeMillis) {
        double progress = kind.effect() == effect ? progress(timeMillis) : 0;
        return progress == 0 ? 1 : Math.pow(kind.size(), progress);
    }

    /** The failing share at a time if the kind's effect is {@code effect}, else 0. */
    double share(Effect effect, long timeMillis) {
        return kind.effect() == effect ? kind.size() * progress(timeMillis) : 0;
    }

    /** The factor on the endpoint's rate. */
    double rateFactor(long timeMillis) {
        if (kind.effect() != Effect.SEASON) {
            return factor(Effect.RATE, timeMillis);
        }
        return Math.pow(seasonRatio(timeMillis), progress(timeMillis));
    }

    /** What the rate at the swapped time of day is of the present one. */
    private double seasonRatio(long timeMillis) {
        long other = timeMillis + Math.round(kind.size() * 3_600_000);
        return endpoint.shape().factor(other) / endpoint.shape().factor(timeMillis);
    }
}
