package io.pumasentinel.benchmark.detection.nab;

/** What a mistake costs; a fully early detection gains 1. */
enum NabProfile {
    STANDARD("standard", 0.11, 1),
    LOW_FALSE_POSITIVES("reward_low_FP_rate", 0.22, 1),
    LOW_FALSE_NEGATIVES("reward_low_FN_rate", 0.11, 2);

    private final String label;
    private final double falsePositive;
    private final double falseNegative;

    NabProfile(String label, double falsePositive, double falseNegative) {
        this.label = label;
        this.falsePositive = falsePositive;
        this.falseNegative = falseNegative;
    }

    /** The benchmark's own name of it. */
    String label() {
        return label;
    }

    /** Of a row far from every window. */
    double falsePositive() {
        return falsePositive;
    }

    /** Of a window without a detection. */
    double falseNegative() {
        return falseNegative;
    }
}
