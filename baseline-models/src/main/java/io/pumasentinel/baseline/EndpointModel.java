package io.pumasentinel.baseline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's learned normal: judges each window by what the windows before it taught.
 *
 * <p>Windows come in event-time order. Requests and clients are judged window by window; latency,
 * errors, values and sizes as soon as the windows since the last judgement hold {@link
 * BaselineSettings#minimumVolume()} requests together or span {@link
 * BaselineSettings#maximumSpanMillis()}; a pool followed by a gap longer than that is learned but
 * not scored. Nothing is scored during warm-up.
 *
 * <p>From its second hour on the endpoint is judged by the long view too ({@link LongView}).
 *
 * <p>A plain object for keyed state, mutated in place: at most 3 kB, with the long view and its
 * seasons at most 12 kB. Not thread-safe; no clock, no randomness: the same windows give the same
 * scores.
 */
public class EndpointModel {
    /** Mean lengths of windows agree no better than this: 5 %. */
    private static final double LEAST_BYTES_DEVIATION = 0.05;

    /** An endpoint of less than an hour has no use for days. */
    private static final int LONG_VIEW_AFTER = 360;

    /** Windows not yet judged together; empty between judgements. */
    public WindowCounts pool = new WindowCounts();

    public LearnedRate rate = new LearnedRate();
    public LearnedMinutes minutes = new LearnedMinutes();
    public Schedule schedule = new Schedule();
    public LearnedShare errors4xx = new LearnedShare();
    public LearnedShare errors5xx = new LearnedShare();
    public LearnedShare denied = new LearnedShare();
    public LearnedLatency latency = new LearnedLatency();
    public LearnedLevel bytes = new LearnedLevel();

    /** Null in the first hour. */
    public @Nullable LongView longView;

    public LearnedClients clients = new LearnedClients();
    public LearnedValues values = new LearnedValues();
    public LearnedRequests requests = new LearnedRequests();

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
     * @param window holds at least one request, starts no earlier than the last one ended, and
     *     stays as it is
     * @return an entry a metric that could be judged at this window's end; empty during warm-up
     */
    public List<WindowScore> close(WindowCounts window, BaselineSettings settings) {
        List<WindowScore> scores = new ArrayList<>(Metric.values().length);
        List<WindowScore> longer = new ArrayList<>(2);
        passGap(window.startMillis, settings, longer);
        Judgement single =
                new Judgement(window.count, settings.windowMillis(), warmedUp, settings, scores);
        rate.close(single, window.startMillis, schedule);
        clients.close(window.detail.clients, single);
        values.observe(window.detail.values, settings);
        requests.learn(window.detail, settings);
        lastEndMillis = Math.max(lastEndMillis, window.startMillis + settings.windowMillis());
        if (pool.count == 0 && window.count >= settings.minimumVolume()) {
            judge(window, single);
        } else {
            pool.merge(window);
            long span = lastEndMillis - pool.startMillis;
            if (pool.count >= settings.minimumVolume() || span >= settings.maximumSpanMillis()) {
                judgePool(settings, scores);
            }
        }
        elapsedWindows++;
        warmedUp = elapsedWindows >= settings.warmUpWindows();
        minutes.close(window, settings, schedule, longer);
        if (elapsedWindows >= LONG_VIEW_AFTER) {
            LongView view = longView == null ? new LongView() : longView;
            longView = view;
            longer.addAll(view.close(window, settings, schedule));
        }
        for (WindowScore score : longer) {
            keepTheWorse(scores, score);
        }
        return scores;
    }

    /** A metric is told once a window: by the block that ended, if that is worse. */
    private static void keepTheWorse(List<WindowScore> scores, WindowScore block) {
        for (int i = 0; i < scores.size(); i++) {
            WindowScore window = scores.get(i);
            if (window.metric() == block.metric()) {
                if (block.worseThan(window)) {
                    scores.set(i, block);
                }
                return;
            }
        }
        scores.add(block);
    }

    /** The latency thresholds as of the last closed window, for scoring single requests. */
    public RequestBaseline requestBaseline(BaselineSettings settings) {
        RequestBaseline baseline =
                RequestBaseline.of(latency.requests, lastEndMillis, settings.guards());
        boolean known = latency.requests.total >= 5.0 * settings.minimumVolume();
        baseline.warm &= warmedUp && known;
        return warmedUp ? baseline.with(requests) : baseline;
    }

    /** Whether the warm-up is over. */
    public boolean warm() {
        return warmedUp;
    }

    private void passGap(
            long nextStartMillis, BaselineSettings settings, List<WindowScore> longer) {
        if (elapsedWindows == 0) {
            return;
        }
        long gap = Math.max(0, nextStartMillis - lastEndMillis);
        long empty = gap / settings.windowMillis();
        WindowScore silence = empty > 0 && warmedUp ? rate.silence(empty, settings) : null;
        if (silence != null) {
            longer.add(silence);
        }
        rate.skip(empty, settings);
        elapsedWindows += empty;
        warmedUp = elapsedWindows >= settings.warmUpWindows();
        if (pool.count > 0 && gap > settings.maximumSpanMillis()) {
            // Too old to be told of at the next window's end; still worth learning.
            judgePool(settings, new ArrayList<>());
        }
    }

    private void judgePool(BaselineSettings settings, List<WindowScore> scores) {
        long span = lastEndMillis - pool.startMillis;
        judge(pool, new Judgement(pool.count, span, warmedUp, settings, scores));
        pool = new WindowCounts();
    }

    private void judge(WindowCounts counts, Judgement judgement) {
        double count = (double) counts.count;
        errors4xx.close(Metric.ERRORS_4XX, (double) counts.errors4xx, count, judgement);
        errors5xx.close(Metric.ERRORS_5XX, (double) counts.errors5xx, count, judgement);
        denied.close(Metric.DENIED, (double) counts.denied, count, judgement);
        values.close(judgement);
        latency.close(counts.latency, judgement);
        if (counts.sized > 0) {
            closeBytes(counts, judgement);
        }
    }

    private void closeBytes(WindowCounts counts, Judgement judgement) {
        double mean = (double) counts.bytes / counts.sized;
        double value = Math.log1p(mean);
        if (!judgement.warm() || !bytes.known()) {
            bytes.learnFreely(value, judgement.settings());
            return;
        }
        Band band = bytes.band(LEAST_BYTES_DEVIATION);
        double expected = Math.expm1(band.centre());
        Guards guards = judgement.guards();
        boolean notable =
                mean >= guards.bytesRatio() * expected
                        && mean - expected >= guards.bytes()
                        && counts.sized >= judgement.settings().minimumVolume();
        judgement
                .scores()
                .add(
                        new WindowScore(
                                Metric.BYTES,
                                bytes.score(value, band),
                                mean,
                                expected,
                                Math.max(0, Math.expm1(band.lower())),
                                Math.expm1(band.upper()),
                                judgement.spanMillis(),
                                notable));
        bytes.learn(value, band, judgement.windows(), judgement.settings());
    }
}
