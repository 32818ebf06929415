package io.pumasentinel.baseline;

/**
 * How many different clients a window usually has.
 *
 * <p>Judged in the scale of {@link LearnedRate}, but by the normal law alone ({@link Recurrence}
 * has no say); only more than usual matters. Windows whose requests tell no address are left out.
 */
public class LearnedClients {
    private static final double GAIN = 0.3;
    private static final double POISSON_DEVIATION = 1;

    public LearnedTrend trend = new LearnedTrend();

    /** Scores a window's clients if the judgement is warm, then learns them. */
    void close(ClientSketch window, Judgement judgement) {
        double clients = window.estimate();
        if (clients <= 0) {
            return;
        }
        double value = LearnedRate.stabilised(clients);
        if (!judgement.warm() || !trend.known()) {
            trend.learnFreely(value, GAIN, judgement.settings());
            return;
        }
        Band band = trend.band(POISSON_DEVIATION);
        double expected = LearnedRate.count(band.centre());
        boolean notable =
                clients >= judgement.guards().rateRatio() * expected
                        && clients - expected >= judgement.settings().minimumVolume();
        judgement
                .scores()
                .add(
                        new WindowScore(
                                Metric.CLIENTS,
                                Surprise.ofDeviation(band.z(value)),
                                clients,
                                expected,
                                LearnedRate.count(band.lower()),
                                LearnedRate.count(band.upper()),
                                judgement.spanMillis(),
                                notable));
        trend.learn(value, GAIN, POISSON_DEVIATION, judgement.settings());
    }
}
