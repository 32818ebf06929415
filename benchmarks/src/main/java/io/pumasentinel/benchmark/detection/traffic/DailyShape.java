package io.pumasentinel.benchmark.detection.traffic;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a rate goes up and down with the time of day and week, relative to its mean over a day.
 *
 * @param first how strong the wave of 24 hours is, in natural logarithms
 * @param firstPhase its place in the day, in radians
 * @param second the same of 12 hours: a dip at noon, two peaks
 * @param secondPhase its place
 * @param weekend the factor on the sixth and seventh day
 */
record DailyShape(
        double first, double firstPhase, double second, double secondPhase, double weekend) {
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final int WORKING_DAYS = 5;
    private static final int WEEK = 7;
    private static final double CHANGE = 0.25;

    /** The same all day. */
    static final DailyShape FLAT = new DailyShape(0, 0, 0, 0, 1);

    static DailyShape random(RandomGenerator random, boolean weekly) {
        return new DailyShape(
                random.nextDouble(0.3, 1.1),
                random.nextDouble(0, 2 * Math.PI),
                random.nextDouble(0, 0.4),
                random.nextDouble(0, 2 * Math.PI),
                weekly ? random.nextDouble(0.25, 0.6) : 1);
    }

    /** The factor at a time; the first day, at 0, is a Monday. */
    double factor(long timeMillis) {
        double angle = 2 * Math.PI * (timeMillis / DAY);
        double wave =
                first * Math.cos(angle - firstPhase) + second * Math.cos(2 * angle - secondPhase);
        return Math.exp(wave - 0.25 * (first * first + second * second))
                * Math.pow(weekend, atWeekend(timeMillis));
    }

    /** 1 at the weekend, 0 before it; people leave and come within a quarter of a day. */
    private static double atWeekend(long timeMillis) {
        double day = timeMillis / DAY % WEEK;
        double leaving = Math.max(0, Math.min(1, (day - WORKING_DAYS) / CHANGE + 0.5));
        double coming = day < 1 ? day / CHANGE : (day - WEEK) / CHANGE;
        return day < 1 ? Math.max(0, 0.5 - coming) : leaving * Math.min(1, 0.5 - coming);
    }
}
