package io.pumasentinel.baseline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one block of {@link LongView}: brings each metric into the scale of its model. */
final class BlockJudge {
    private static final SeriesSettings MODEL = SeriesSettings.forIncidents();
    private static final double NANOS = 1e9;

    /** Blocks agree no better than this: 5 %. */
    private static final double LEAST_LATENCY_DEVIATION = 0.05;

    private final long startMillis;
    private final long lengthMillis;
    private final boolean settled;
    private final Schedule schedule;
    private final BaselineSettings settings;
    private final List<WindowScore> scores = new ArrayList<>(4);

    /**
     * @param settled whether to judge; if not, everything is only learned
     * @param settings of blocks
     */
    BlockJudge(long startMillis, boolean settled, Schedule schedule, BaselineSettings settings) {
        this.startMillis = startMillis;
        this.lengthMillis = settings.maximumSpanMillis();
        this.settled = settled;
        this.schedule = schedule;
        this.settings = settings;
    }

    List<WindowScore> scores() {
        return scores;
    }

    /**
     * Counts as 2√(n + ⅜), whose noise does not depend on the level (Anscombe 1948); the worse of
     * two opinions is told.
     *
     * @param steady whether most blocks hold requests; if not, nothing is notable
     */
    void rate(SeriesModel model, SeasonalRate seasonal, long requests, boolean steady) {
        WindowScore forecast = rate(seasonal, model.day, requests, steady);
        WindowScore ranked = rate(model, requests, steady);
        WindowScore told = worse(ranked, forecast);
        if (told != null) {
            scores.add(told.unlessScheduled(startMillis, schedule));
        }
    }

    private @Nullable WindowScore rate(SeriesModel model, long requests, boolean steady) {
        double value = LearnedRate.stabilised((double) requests);
        if (!settled || model.seen() < LongView.WEEKS_KNOWN_BLOCKS) {
            model.judge(startMillis, value, MODEL);
            return null;
        }
        Usual usual =
                Usual.of(
                        model.expected(startMillis, MODEL),
                        model.edge(startMillis, -1, MODEL),
                        model.edge(startMillis, 1, MODEL));
        double score = MODEL.score(model.judge(startMillis, value, MODEL));
        return rate(score, requests, steady, usual);
    }

    private @Nullable WindowScore rate(
            SeasonalRate seasonal, Season day, long requests, boolean steady) {
        double count = (double) requests;
        double expected = seasonal.expected(count, day, startMillis);
        WindowScore told = null;
        if (settled && seasonal.known() && !Double.isNaN(expected)) {
            Band band = seasonal.band(expected);
            double score = seasonal.errors.score(LearnedRate.stabilised(count), band);
            Usual usual = Usual.of(band.centre(), band.lower(), band.upper());
            told = rate(score, requests, steady, usual);
        }
        seasonal.learn(count, day, startMillis, settings);
        return told;
    }

    private WindowScore rate(double score, long requests, boolean steady, Usual usual) {
        double ratio = settings.guards().rateRatio();
        boolean surge = requests >= ratio * usual.expected;
        boolean drop = usual.expected >= ratio * requests;
        boolean enough = Math.abs(requests - usual.expected) >= settings.minimumVolume();
        double perSecond = 1_000.0 / lengthMillis;
        return new WindowScore(
                Metric.RATE,
                score,
                requests * perSecond,
                usual.expected * perSecond,
                usual.lower * perSecond,
                usual.upper * perSecond,
                lengthMillis,
                steady && enough && (surge || drop));
    }

    private static @Nullable WindowScore worse(
            @Nullable WindowScore one, @Nullable WindowScore other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.worseThan(one) ? other : one;
    }

    /**
     * Latencies by their logarithm; half of the windows have a request as slow as that. What runs
     * by the clock is slow in its own way, and is judged by its windows.
     */
    void latency(LearnedLevel level, double seconds, long timed) {
        double value = Math.log(seconds);
        if (!level.known()) {
            level.learnFreely(value, settings);
            return;
        }
        Band band = level.band(LEAST_LATENCY_DEVIATION);
        double expected = Math.exp(band.centre());
        double slow = settings.guards().slowNanos(expected * NANOS) / NANOS;
        boolean enough = timed >= 4 * settings.guards().affectedRequests();
        if (settled) {
            scores.add(
                    new WindowScore(
                            Metric.LATENCY_P95,
                            level.score(value, band),
                            seconds,
                            expected,
                            Math.exp(band.lower()),
                            Math.exp(band.upper()),
                            lengthMillis,
                            seconds >= slow && enough && !schedule.knewSince(startMillis)));
        }
        level.learn(value, band, LongView.BLOCK_WINDOWS, settings);
    }

    /** The share of errors among a block's requests. */
    void share(Metric metric, LearnedShare share, long errors, long requests) {
        Judgement judgement = new Judgement(requests, lengthMillis, settled, settings, scores);
        share.close(metric, (double) errors, (double) requests, judgement);
    }

    /** How many requests a block usually has. */
    private record Usual(double expected, double lower, double upper) {

        /** From stabilised counts. */
        static Usual of(double expected, double lower, double upper) {
            return new Usual(
                    LearnedRate.count(expected),
                    LearnedRate.count(lower),
                    LearnedRate.count(upper));
        }
    }
}
