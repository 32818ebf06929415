package io.pumasentinel.baseline;

/**
 * How many different clients a window usually has.
 *
 * <p>Judged as {@link LearnedRate} judges requests, in a scale where the variance of Poisson counts
 * is 1; only more than usual matters. Windows whose requests tell no address are left out.
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
        double value = 2 * Math.sqrt(clients + 0.375);
        if (!judgement.warm() || !trend.known()) {
            trend.learnFreely(value, GAIN, judgement.settings());
            return;
        }
        Band band = trend.band(POISSON_DEVIATION);
        double expected = clients(band.centre());
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
                                clients(band.lower()),
                                clients(band.upper()),
                                judgement.spanMillis(),
                                notable));
        trend.learn(value, GAIN, POISSON_DEVIATION, judgement.settings());
    }

    private static double clients(double stabilised) {
        double half = Math.max(stabilised / 2, 0);
        return Math.max(half * half - 0.375, 0);
    }
}
