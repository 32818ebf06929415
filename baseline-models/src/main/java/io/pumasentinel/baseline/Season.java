package io.pumasentinel.baseline;

/**
 * What is usual at this time of the day (or week), and whether knowing that helps.
 *
 * <p>One level a slot of the period. The season counts only when it has been seen twice and its
 * forecasts' errors are clearly smaller than those of the level that knows no time: an endpoint
 * without a rhythm must not pay for one. A value is compared with its slot and both neighbours, and
 * the nearest is meant: a rhythm that comes a little early is no surprise.
 *
 * <p>A plain object for keyed state: 5 bytes a slot (480 for a day of 96, 840 for a week of 168).
 */
public class Season {
    static final long DAY_MILLIS = 86_400_000L;
    static final long WEEK_MILLIS = 7 * DAY_MILLIS;
    private static final int DAY_SLOTS = 96;
    private static final int WEEK_SLOTS = 168;

    /** Errors are compared over some 500 values. */
    private static final double ERROR_GAIN = 0.002;

    private static final double MOST_STEPS = 3;
    private static final int ENOUGH = 2;

    public long periodMillis = DAY_MILLIS;
    public float[] levels = new float[DAY_SLOTS];

    /** Values seen in each slot, at most 127. */
    public byte[] seen = new byte[DAY_SLOTS];

    public long firstMillis = Long.MIN_VALUE;

    /** Running means of ln(1 + error / spread) with and without the season. */
    public double seasonError;

    public double levelError;

    /** Mean absolute residual. */
    public double spread;

    /** A week in 168 slots; the no-argument constructor makes a day in 96. */
    static Season ofWeek() {
        Season season = new Season();
        season.periodMillis = WEEK_MILLIS;
        season.levels = new float[WEEK_SLOTS];
        season.seen = new byte[WEEK_SLOTS];
        return season;
    }

    /** The slot of a time. */
    private int slot(long timestampMillis) {
        long inPeriod = Math.floorMod(timestampMillis, periodMillis);
        return (int) (inPeriod * levels.length / periodMillis);
    }

    /** Whether the season is believed at this time, if its errors are below {@code share}. */
    boolean proven(long timestampMillis, double share) {
        return timestampMillis - firstMillis > 2 * periodMillis
                && seasonError < share * levelError
                && seen[slot(timestampMillis)] >= ENOUGH;
    }

    /** The slot's level. */
    double level(long timestampMillis) {
        return levels[slot(timestampMillis)];
    }

    /** The known level of the slot so many after a time's own; NaN if it is unknown. */
    double level(long timestampMillis, int slotsLater) {
        int at = Math.floorMod(slot(timestampMillis) + slotsLater, levels.length);
        return seen[at] > 0 ? levels[at] : Double.NaN;
    }

    /** The value less the nearest of three slots' levels; NaN if none of them is known. */
    double residual(long timestampMillis, double value) {
        int slot = slot(timestampMillis);
        double nearest = Double.NaN;
        for (int step = -1; step <= 1; step++) {
            int at = Math.floorMod(slot + step, levels.length);
            if (seen[at] > 0) {
                double residual = value - levels[at];
                if (Double.isNaN(nearest) || Math.abs(residual) < Math.abs(nearest)) {
                    nearest = residual;
                }
            }
        }
        return nearest;
    }

    /**
     * Learns from a value.
     *
     * @param lesson the value and what was expected of it
     * @param gain the newest value's part in a slot's level
     * @param spreadGain the newest residual's part in {@link #spread}
     */
    void observe(Lesson lesson, double gain, double spreadGain) {
        if (firstMillis == Long.MIN_VALUE) {
            firstMillis = lesson.timestampMillis();
        }
        double residual = Math.abs(residual(lesson.timestampMillis(), lesson.value()));
        if (!Double.isNaN(residual)) {
            double off = Math.abs(lesson.value() - lesson.level());
            seasonError += (Math.log1p(residual / lesson.usual()) - seasonError) * ERROR_GAIN;
            levelError += (Math.log1p(off / lesson.usual()) - levelError) * ERROR_GAIN;
            double most = spread > 0 ? 5 * spread : residual;
            spread += (Math.min(residual, most) - spread) * spreadGain;
        }
        int slot = slot(lesson.timestampMillis());
        if (seen[slot] == 0) {
            levels[slot] = (float) lesson.value();
        } else {
            double part = Math.max(gain, 1.0 / (seen[slot] + 1));
            double step = lesson.value() - levels[slot];
            double most = MOST_STEPS * lesson.usual();
            levels[slot] += (float) (part * Math.max(-most, Math.min(most, step)));
        }
        seen[slot] = (byte) Math.min(seen[slot] + 1, Byte.MAX_VALUE);
    }

    /**
     * One value, with what was expected of it.
     *
     * @param timestampMillis its time
     * @param value the value
     * @param level what was expected without a season
     * @param usual the spread around that, above 0
     */
    record Lesson(long timestampMillis, double value, double level, double usual) {}
}
