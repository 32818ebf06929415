package io.pumasentinel.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * One endpoint's learned normal: judges each window by what the windows before it taught.
 *
 * <p>Windows come in event-time order. The rate is judged window by window; latency, errors and
 * sizes as soon as the windows since the last judgement hold {@link
 * BaselineSettings#minimumVolume()} requests together or span {@link
 * BaselineSettings#maximumSpanMillis()}; a pool followed by a gap longer than that is learned but
 * not scored. Nothing is scored during warm-up.
 *
 * <p>A plain object for keyed state, mutated in place: about 1.5 kB, at most 3 kB, for any traffic.
 * Not thread-safe; no clock, no randomness: the same windows give the same scores.
 */
public class EndpointModel {
    /** Windows not yet judged together; empty between judgements. */
    public WindowCounts pool = new WindowCounts();

    public LearnedRate rate = new LearnedRate();
    public LearnedShare errors4xx = new LearnedShare();
    public LearnedShare errors5xx = new LearnedShare();
    public LearnedLatency latency = new LearnedLatency();
    public LearnedLevel bytes = new LearnedLevel();

    /** Windows since the first, with or without requests. */
    public long elapsedWindows;

    /** The end of the last window; meaningless while {@code elapsedWindows} is 0. */
    public long lastEndMillis;

    public boolean warmedUp;

    /**
     * Scores a closed window against what was learned before it, then learns from it. Windows
     * without requests need not be given: the gap in the start times tells of them, in constant
     * time however long it is.
     *
     * @param window at least one request; stays as it is
     * @return an entry a metric that could be judged at this window's end; empty during warm-up
     */
    public List<WindowScore> close(WindowCounts window, BaselineSettings settings) {
        passGap(window, settings);
        List<WindowScore> scores = new ArrayList<>(Metric.values().length);
        rate.close(window.count, warmedUp, settings, scores);
        long end = window.startMillis + settings.windowMillis();
        if (pool.count == 0 && window.count >= settings.minimumVolume()) {
            judge(window, settings.windowMillis(), settings, scores);
        } else {
            pool.merge(window);
            long span = end - pool.startMillis;
            if (pool.count >= settings.minimumVolume() || span >= settings.maximumSpanMillis()) {
                judge(pool, span, settings, scores);
                pool = new WindowCounts();
            }
        }
        elapsedWindows++;
        lastEndMillis = end;
        warmedUp = elapsedWindows >= settings.warmUpWindows();
        return scores;
    }

    /** The latency thresholds as of the last closed window, for scoring single requests. */
    public RequestBaseline requestBaseline(BaselineSettings settings) {
        RequestBaseline baseline =
                RequestBaseline.of(latency.requests, lastEndMillis, settings.guards());
        boolean known = latency.requests.total >= 5.0 * settings.minimumVolume();
        baseline.warm &= warmedUp && known;
        return baseline;
    }

    /** Whether the warm-up is over. */
    public boolean warm() {
        return warmedUp;
    }

    private void passGap(WindowCounts window, BaselineSettings settings) {
        if (elapsedWindows == 0) {
            return;
        }
        long empty = Math.max(0, window.startMillis - lastEndMillis) / settings.windowMillis();
        rate.skip(empty, settings);
        elapsedWindows += empty;
        boolean stale = window.startMillis - lastEndMillis > settings.maximumSpanMillis();
        if (pool.count > 0 && stale) {
            // Too old to be told of at this window's end; still worth learning.
            judge(pool, lastEndMillis - pool.startMillis, settings, new ArrayList<>());
            pool = new WindowCounts();
        }
        warmedUp = elapsedWindows >= settings.warmUpWindows();
    }

    private void judge(
            WindowCounts counts, long span, BaselineSettings settings, List<WindowScore> scores) {
        Pool pooled = new Pool(counts.count, span, warmedUp);
        closeShare(
                Metric.ERRORS_4XX, errors4xx, (double) counts.errors4xx, pooled, settings, scores);
        closeShare(
                Metric.ERRORS_5XX, errors5xx, (double) counts.errors5xx, pooled, settings, scores);
        latency.close(counts.latency, pooled, settings, scores);
        if (counts.sized > 0) {
            closeBytes(counts, pooled, settings, scores);
        }
    }

    private static void closeShare(
            Metric metric,
            LearnedShare learned,
            double errors,
            Pool pool,
            BaselineSettings settings,
            List<WindowScore> scores) {
        double count = (double) pool.count();
        if (!pool.warm() || !learned.known(settings)) {
            learned.learnFreely(errors, count, settings);
            return;
        }
        double share = errors / count;
        double expected = learned.expected();
        Guards guards = settings.guards();
        boolean notable =
                share >= expected + guards.errorShare()
                        && errors >= (double) guards.affectedRequests();
        scores.add(
                new WindowScore(
                        metric,
                        Surprise.ofDeviation(learned.z(share, count)),
                        share,
                        expected,
                        learned.lower(count),
                        learned.upper(count),
                        pool.spanMillis(),
                        notable));
        learned.learn(errors, count, pool.windows(settings), settings);
    }

    private void closeBytes(
            WindowCounts counts, Pool pool, BaselineSettings settings, List<WindowScore> scores) {
        double mean = (double) counts.bytes / counts.sized;
        double value = Math.log(mean + 1);
        if (!pool.warm() || !bytes.known()) {
            bytes.learnFreely(value, settings);
            return;
        }
        Band band = bytes.band(0.05);
        double expected = Math.expm1(band.centre());
        Guards guards = settings.guards();
        boolean notable =
                mean >= guards.bytesRatio() * expected
                        && mean - expected >= guards.bytes()
                        && counts.sized >= settings.minimumVolume();
        scores.add(
                new WindowScore(
                        Metric.BYTES,
                        Surprise.ofDeviation(band.z(value)),
                        mean,
                        expected,
                        Math.max(0, Math.expm1(band.lower())),
                        Math.expm1(band.upper()),
                        pool.spanMillis(),
                        notable));
        bytes.learn(value, band, pool.windows(settings), settings);
    }
}
