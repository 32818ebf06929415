package io.pumasentinel.benchmark.detection;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A detector that takes part.
 *
 * @param name in the results
 * @param threshold from which strength on it alarms; empty if the clean days set it
 * @param perEndpoint makes one for an endpoint
 */
record Contender(String name, OptionalDouble threshold, Supplier<Detector> perEndpoint) {
    /** A score of 0.9 lies 5.5 standard deviations out. */
    private static final double OUR_THRESHOLD = 0.9;

    private static final int SHINGLE = 4;

    /** A day of minutes, and an hour. */
    private static final int DAY = 1440;

    private static final int HOUR = 60;

    /**
     * Two per cent, in logarithms and shares: without it one error after a clean day is infinite.
     */
    private static final double LEAST = 0.02;

    /** Ours first. */
    static List<Contender> all(int consecutive) {
        return List.of(
                new Contender(
                        "puma-sentinel",
                        OptionalDouble.of(OUR_THRESHOLD),
                        () -> new OurModel(consecutive)),
                rival("Random Cut Forest", () -> new RandomCutForest(Features.COUNT, SHINGLE)),
                rival(
                        "windowed Gaussian, a day",
                        () -> new WindowedGaussian(Features.COUNT, DAY, 10, LEAST)),
                rival(
                        "k sigma, an hour",
                        () -> new WindowedGaussian(Features.COUNT, HOUR, 1, LEAST)),
                rival("fixed thresholds", FixedThresholds::new));
    }

    private static Contender rival(String name, Supplier<RowScorer> scorer) {
        return new Contender(name, OptionalDouble.empty(), () -> new Rival(scorer.get()));
    }
}
