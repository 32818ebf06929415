package io.pumasentinel.baseline;

/**
 * A time of the day, or of the hour, at which the rate rose once or more.
 *
 * <p>A plain object for keyed state, 32 bytes.
 */
public class RegularRise {
    /** Starts this near each other are of one time. */
    static final long TOLERANCE_MILLIS = 360_000;

    private static final double GROWTH = 1.5;

    /** When the latest occurrence began, or should have: single starts move it little. */
    public long lastMillis;

    /** How many periods saw it. */
    public int times;

    /** The highest rate that was told of, requests per second. */
    public double most;

    /** The longest that an occurrence that was told of has lasted. */
    public long lastedMillis;

    static RegularRise firstAt(long startMillis) {
        RegularRise rise = new RegularRise();
        rise.lastMillis = startMillis;
        rise.times = 1;
        return rise;
    }

    /**
     * How many periods after the latest occurrence a time belongs to it again.
     *
     * @param periodMillis a day or an hour
     * @return 0 during the latest occurrence, negative if the time belongs to none
     */
    long periodsUntil(long timeMillis, long periodMillis) {
        long periods = Math.floorDiv(timeMillis - lastMillis + TOLERANCE_MILLIS, periodMillis);
        return offset(timeMillis, periods * periodMillis) <= 2 * lastedMillis + TOLERANCE_MILLIS
                ? periods
                : -1;
    }

    /** Takes in that it occurs once more, {@code passedMillis} after the latest occurrence. */
    void recur(long startMillis, long passedMillis) {
        long late = Math.min(offset(startMillis, passedMillis), TOLERANCE_MILLIS);
        lastMillis += passedMillis + late / 4;
        times++;
    }

    private long offset(long timeMillis, long passedMillis) {
        return timeMillis - lastMillis - passedMillis;
    }

    /** Whether a rise is clearly stronger than those that were told of. */
    boolean exceededBy(double perSecond, long spanMillis) {
        double seconds = spanMillis / 1e3;
        double growth =
                LearnedRate.stabilised(perSecond * seconds)
                        - LearnedRate.stabilised(GROWTH * most * seconds);
        return growth > Surprise.EDGE;
    }

    /** Takes in a span that was told of. */
    void enlarge(long endMillis, double perSecond) {
        most = Math.max(most, perSecond);
        lastedMillis = Math.max(lastedMillis, endMillis - lastMillis);
    }
}
