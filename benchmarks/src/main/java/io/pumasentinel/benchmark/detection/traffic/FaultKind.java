package io.pumasentinel.benchmark.detection.traffic;

import java.time.Duration;

/** The faults that are injected: what they change, by how much, and for how long. */
public enum FaultKind {
    LATENCY_SPIKE("spike", Effect.LATENCY, 5, 0, 2),
    RATE_SPIKE("spike", Effect.RATE, 5, 0, 2),
    ERRORS_SPIKE("spike", Effect.ERRORS_5XX, 0.5, 0, 2),

    LATENCY_UP_LITTLE("level shift", Effect.LATENCY, 1.3, 0, 20),
    LATENCY_UP("level shift", Effect.LATENCY, 2.5, 0, 20),
    LATENCY_UP_MUCH("level shift", Effect.LATENCY, 5, 0, 20),
    LATENCY_DOWN("level shift", Effect.LATENCY, 0.3, 0, 20),
    ERRORS_5XX_LITTLE("level shift", Effect.ERRORS_5XX, 0.03, 0, 20),
    ERRORS_5XX_UP("level shift", Effect.ERRORS_5XX, 0.15, 0, 20),
    ERRORS_5XX_MUCH("level shift", Effect.ERRORS_5XX, 0.5, 0, 20),
    FAST_FAILURES("level shift", Effect.FAST_FAILURE, 0.3, 0, 20),
    ERRORS_4XX_UP("level shift", Effect.ERRORS_4XX, 0.2, 0, 20),
    ERRORS_4XX_MUCH("level shift", Effect.ERRORS_4XX, 0.5, 0, 20),
    RATE_UP_LITTLE("level shift", Effect.RATE, 1.5, 0, 20),
    RATE_UP("level shift", Effect.RATE, 3, 0, 20),
    RATE_UP_MUCH("level shift", Effect.RATE, 8, 0, 20),
    RATE_HALF("level shift", Effect.RATE, 0.5, 0, 20),
    RATE_DOWN("level shift", Effect.RATE, 0.2, 0, 20),
    BYTES_UP("level shift", Effect.BYTES, 5, 0, 20),

    LATENCY_DRIFT_LITTLE("slow drift", Effect.LATENCY, 2, 60, 30),
    LATENCY_DRIFT("slow drift", Effect.LATENCY, 5, 60, 30),
    ERRORS_DRIFT("slow drift", Effect.ERRORS_5XX, 0.3, 60, 30),
    RATE_DRIFT("slow drift", Effect.RATE, 5, 60, 30),

    SEASON_SWAPPED("changed season", Effect.SEASON, 12, 15, 180),

    SPREAD_LITTLE("more spread", Effect.SPREAD, 1.5, 0, 30),
    SPREAD("more spread", Effect.SPREAD, 2.5, 0, 30),

    DROPOUT("dropout", Effect.RATE, 0, 0, 10),
    DROPOUT_LONG("dropout", Effect.RATE, 0, 0, 30);

    private final String family;
    private final Effect effect;
    private final double size;
    private final long rampMillis;
    private final long holdMillis;

    FaultKind(String family, Effect effect, double size, int rampMinutes, int holdMinutes) {
        this.family = family;
        this.effect = effect;
        this.size = size;
        this.rampMillis = Duration.ofMinutes(rampMinutes).toMillis();
        this.holdMillis = Duration.ofMinutes(holdMinutes).toMillis();
    }

    /** The row of the results that it is part of. */
    public String family() {
        return family;
    }

    Effect effect() {
        return effect;
    }

    /** The full size, reached after the ramp. */
    double size() {
        return size;
    }

    long rampMillis() {
        return rampMillis;
    }

    /** How long the full size lasts. */
    long holdMillis() {
        return holdMillis;
    }
}
