package io.pumasentinel.baseline;

/**
 * How a series is judged. All numbers are pure or counted in values, so that the same settings fit
 * a value every ten seconds and one an hour.
 *
 * @param warmUp values before the first score
 * @param reach how far beyond everything seen counts as e times rarer, in mean deviations
 * @param keep the factor by which every value shrinks the weight of what was seen before
 * @param levelGain the newest value's part in the long level and its spreads
 * @param stepGain the newest value's part in the level that follows
 * @param horizonRatio each horizon is so many times as long as the one before; the first is 1 value
 * @param dependence neighbours in a horizon of h values share news: each counts h^−dependence
 * @param outlierWeight what a value beyond anything seen teaches, as a part of an ordinary one
 * @param prior weight of the belief that large values happen, before any was seen
 * @param ageing nats that a surprise loses for every e-fold of the series' length
 * @param restraint the part of a past surprise that a new one must exceed
 * @param restraintValues how long, in values
 * @param restraintShare and at most this part of the series so far
 * @param seasonGain the newest value's part in a season's slot
 * @param seasonProof a season counts if its errors are below this part of those without
 * @param edge the surprise in nats that scores 0.5
 * @param handicaps nats that a feature's surprise loses
 */
record SeriesSettings(
        int warmUp,
        double reach,
        double keep,
        double levelGain,
        double stepGain,
        double horizonRatio,
        double dependence,
        double outlierWeight,
        double prior,
        double ageing,
        double restraint,
        double restraintValues,
        double restraintShare,
        double seasonGain,
        double seasonProof,
        double edge,
        Handicaps handicaps) {

    /**
     * Nats that the surprises of some features lose.
     *
     * @param fall of what lies below the usual
     * @param step of the change against the value before
     * @param slowest of the longest horizon
     * @param plain of the value without its season
     * @param spread of the size of steps
     */
    record Handicaps(double fall, double step, double slowest, double plain, double spread) {}

    private static final SeriesSettings DEFAULTS =
            new SeriesSettings(
                    30,
                    0.09361,
                    keepFor(8_734),
                    0.0001317,
                    0.729,
                    5.599,
                    0.4976,
                    1.0,
                    4.465,
                    -0.1885,
                    0.4843,
                    3_229,
                    0.08787,
                    0.06844,
                    0.5549,
                    0.06,
                    new Handicaps(0.8589, 0.8842, 1.308, 0.2174, 2.259));

    private static final SeriesSettings FOR_INCIDENTS =
            new SeriesSettings(
                    30,
                    0.2645,
                    keepFor(2_308),
                    0.0001171,
                    0.7136,
                    4.5,
                    0.5444,
                    0.002,
                    0.1139,
                    0.142,
                    0,
                    435,
                    0.2983,
                    0.06264,
                    0.2,
                    -2.94,
                    new Handicaps(0.4394, 0.4855, 1.017, -1, 0.44));

    /** For a series by itself; chosen on the tuning folders of the Numenta Anomaly Benchmark. */
    static SeriesSettings defaults() {
        return DEFAULTS;
    }

    /**
     * For a series behind which incidents do the restraining: every value is judged by itself, and
     * what is beyond anything seen teaches next to nothing until it has lasted. Chosen on simulated
     * days of endpoints (benchmarks/README.md).
     */
    static SeriesSettings forIncidents() {
        return FOR_INCIDENTS;
    }

    /** What a surprise that {@link SeriesModel#judge} returned scores, in [0,1]. */
    double score(double nats) {
        return Surprise.ofNats(nats - edge + Surprise.EDGE_NATS);
    }

    /** The factor that halves a weight in so many values. */
    private static double keepFor(int halfLife) {
        return Math.pow(0.5, 1.0 / halfLife);
    }
}
