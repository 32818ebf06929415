package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * One series of numbers: what is usual, over several horizons, and how surprising the newest value
 * is.
 *
 * <p>A value becomes its deviation from what is usual at its time. Deviations are averaged over
 * {@value #HORIZONS} horizons; each average, the change against the value before and the size of
 * changes is ranked among all that was seen of its kind ({@link RareValues}). The most surprising
 * one speaks.
 *
 * <p>A plain object for keyed state: at most 2.9 kB, half of it the two seasons. Not thread-safe;
 * no clock, no randomness.
 */
public class SeriesModel {
    static final int HORIZONS = 5;

    /** The features behind the horizons. */
    static final int STEP = HORIZONS;

    static final int PLAIN = HORIZONS + 1;
    static final int SPREAD = HORIZONS + 2;
    private static final int FEATURES = HORIZONS + 3;

    /** No surprise at all. */
    private static final double NONE = -99;

    private static final double LEAST_SPREAD = 0.2;
    private static final double PRIOR_REACHES = 3;

    /** Who has seen fewer than five of a kind takes the sixth for no surprise. */
    private static final double FEW = 5;

    /** Far beyond all that was seen is no longer told apart. */
    private static final double LEAST_WEIGHT = 1e-9;

    /** Below this surprise a value is nothing that should not teach. */
    private static final double ORDINARY = 0;

    private static final int ALWAYS = 100;

    /** Deviations mean nothing before the spread is known by so many values. */
    static final int LEVEL_FIRST = 15;

    private static final double SMALLEST = 1e-9;
    private static final double SEASON_FLOOR = 0.02;
    private static final double WEEK_PROOF = 0.9;

    public UsualLevel usual = new UsualLevel();
    public Season day = new Season();
    public Season week = Season.ofWeek();
    public double[] means = new double[HORIZONS];
    public double changes;
    public RareValues[] rare = features();
    public Restraint restraint = new Restraint();

    /** Values since the first, it included. */
    long seen() {
        return usual.seen;
    }

    /**
     * Judges a value by the ones before, then learns from it.
     *
     * @return nats of surprise: 0 = as unusual as what was seen once of late; restraint and ageing
     *     are off already
     */
    double judge(long timestampMillis, double value, SeriesSettings settings) {
        if (usual.seen < LEVEL_FIRST) {
            learn(timestampMillis, value, settings);
            return NONE;
        }
        double plain = usual.deviation(value);
        Season season = season(timestampMillis, settings);
        double deviation =
                season == null
                        ? plain
                        : UsualLevel.signedLog(
                                season.residual(timestampMillis, value) / unit(season));
        double nats = mostSurprising(deviation, plain, usual.change(value), settings);
        double news = nats - ageing(settings) - restrained(nats, settings);
        learn(timestampMillis, value, settings);
        return news;
    }

    private double mostSurprising(
            double deviation, double plain, double change, SeriesSettings settings) {
        SeriesSettings.Handicaps handicaps = settings.handicaps();
        double most = NONE;
        double horizon = 1;
        for (int i = 0; i < HORIZONS; i++) {
            means[i] += (deviation - means[i]) / Math.min(horizon, (double) usual.seen);
            double handicap = i == HORIZONS - 1 ? handicaps.slowest() : 0;
            most = Math.max(most, surprise(i, means[i], horizon, handicap, settings));
            horizon *= settings.horizonRatio();
        }
        most = Math.max(most, surprise(STEP, change, 1, handicaps.step(), settings));
        most = Math.max(most, surprise(PLAIN, plain, 1, handicaps.plain(), settings));
        double longer = Math.pow(settings.horizonRatio(), 3);
        changes += (Math.abs(change) - changes) / Math.min((double) usual.seen, longer);
        double more = changes - rare[SPREAD].spread;
        return Math.max(most, surprise(SPREAD, more, longer, handicaps.spread(), settings));
    }

    private double surprise(
            int feature, double value, double horizon, double handicap, SeriesSettings settings) {
        RareValues known = rare[feature];
        double nats = NONE;
        if (Math.abs(value) > known.spread || usual.seen < ALWAYS) {
            double reach = reach(known, horizon, settings);
            double prior = Math.max(settings.prior(), FEW - known.total);
            double believed = prior * Math.exp(-Math.abs(value) / (PRIOR_REACHES * reach));
            nats = -Math.log(known.beyond(value, reach) + believed + LEAST_WEIGHT) - handicap;
            nats -= value > 0 ? 0 : settings.handicaps().fall();
        }
        double weight = Math.pow(horizon, -settings.dependence());
        weight *= nats > ORDINARY ? settings.outlierWeight() : 1;
        known.observe(value, weight, settings.keep());
        return nats;
    }

    /** The edge of the usual, above or below: where a value by itself would score 0.5. */
    double edge(long timestampMillis, int side, SeriesSettings settings) {
        RareValues known = rare[0];
        double reach = reach(known, 1, settings);
        double handicap = side > 0 ? 0 : settings.handicaps().fall();
        double weight = Math.exp(-(settings.edge() + ageing(settings) + handicap));
        return valueAt(timestampMillis, known.edge(side, weight, reach), settings);
    }

    /** The value that is exactly as expected. */
    double expected(long timestampMillis, SeriesSettings settings) {
        return valueAt(timestampMillis, 0, settings);
    }

    private double valueAt(long timestampMillis, double deviation, SeriesSettings settings) {
        Season season = season(timestampMillis, settings);
        if (season == null) {
            return usual.valueAt(deviation);
        }
        double distance = Math.copySign(Math.expm1(Math.abs(deviation)), deviation);
        return season.level(timestampMillis) + distance * unit(season);
    }

    /** The season that explains most, if one has proved itself; a week must beat a day clearly. */
    private @Nullable Season season(long timestampMillis, SeriesSettings settings) {
        boolean daily = day.proven(timestampMillis, settings.seasonProof());
        boolean weekly = week.proven(timestampMillis, settings.seasonProof());
        if (weekly && !(daily && week.seasonError > WEEK_PROOF * day.seasonError)) {
            return week;
        }
        return daily ? day : null;
    }

    private double unit(Season season) {
        return season.spread + SEASON_FLOOR * usual.spread() + SMALLEST;
    }

    private static double reach(RareValues known, double horizon, SeriesSettings settings) {
        return settings.reach() * (LEAST_SPREAD / Math.sqrt(horizon) + known.spread);
    }

    private double ageing(SeriesSettings settings) {
        return settings.ageing() * Math.log((double) usual.seen);
    }

    private double restrained(double nats, SeriesSettings settings) {
        double values =
                Math.min(
                        settings.restraintValues(),
                        settings.restraintShare() * (double) usual.seen);
        return settings.restraint() * restraint.hold(nats, values);
    }

    private void learn(long timestampMillis, double value, SeriesSettings settings) {
        double spreadGain = Math.max(settings.levelGain(), 1.0 / Math.max(1, usual.seen));
        learn(day, timestampMillis, value, spreadGain, settings);
        learn(week, timestampMillis, value, spreadGain, settings);
        usual.observe(value, settings.levelGain(), settings.stepGain());
    }

    private void learn(
            Season season,
            long timestampMillis,
            double value,
            double spreadGain,
            SeriesSettings settings) {
        season.observe(
                new Season.Lesson(timestampMillis, value, usual.level, usual.spread()),
                settings.seasonGain(),
                spreadGain);
    }

    private static RareValues[] features() {
        RareValues[] features = new RareValues[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            features[i] = new RareValues();
        }
        return features;
    }
}
