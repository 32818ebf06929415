package io.pumasentinel.baseline;

/**
 * How unusual one metric of one closed window was.
 *
 * @param metric what was judged; it fixes the unit of the values
 * @param score in [0,1]; 0.5 at the edges of the band, 0.9 about 5.5 standard deviations out
 * @param observed the window's value
 * @param expected the centre of what was learned before the window
 * @param lower the band's lower edge
 * @param upper the band's upper edge
 * @param spanMillis how long the pooled windows were together; one window's length without pooling
 * @param notable whether the effect is large enough, in the direction that hurts, and on enough
 *     requests to matter: only notable scores may become anomalies
 */
public record WindowScore(
        Metric metric,
        double score,
        double observed,
        double expected,
        double lower,
        double upper,
        long spanMillis,
        boolean notable) {
    private static final double AT_THE_EDGE = 0.5;

    /** Whether it should be told instead of another one of the same metric. */
    boolean worseThan(WindowScore other) {
        return notable == other.notable ? score > other.score : notable;
    }

    /** This score of a rate; at most that of the band's edge if the rise is one of the schedule. */
    WindowScore unlessScheduled(long startMillis, Schedule schedule) {
        boolean rise = notable && observed > expected;
        boolean striking = score > AT_THE_EDGE;
        if (!rise || !schedule.rises(startMillis, spanMillis, observed, striking) || !striking) {
            return this;
        }
        return new WindowScore(
                metric, AT_THE_EDGE, observed, expected, lower, upper, spanMillis, notable);
    }
}
