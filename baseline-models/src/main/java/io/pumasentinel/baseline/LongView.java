package io.pumasentinel.baseline;

import java.util.List;

/**
 * The long view on an endpoint: blocks of six minutes, judged against days instead of minutes.
 *
 * <p>The windows' own baselines follow the last quarter of an hour, so that a rise that takes hours
 * and a peak that does not come are usual to them. Blocks are judged once there were {@value
 * #SETTLED_BLOCKS} of them (two days): the rate by {@link SeriesModel}, with its seasons, and by
 * {@link SeasonalRate}, the 0.95 quantile of the latency (the geometric mean of the windows') by
 * {@link LearnedLevel}, the shares of 4xx and 5xx by {@link LearnedShare}, both with a half-life of
 * a day.
 *
 * <p>A block without requests counts as one; a gap of more than a day starts a new block and
 * teaches nothing. A plain object for keyed state: at most 4 kB.
 */
public class LongView {
    static final int BLOCK_WINDOWS = 36;
    static final int SETTLED_BLOCKS = 480;

    /** Two weeks: who knows no weekend takes it for a drop. */
    static final int WEEKS_KNOWN_BLOCKS = 14 * 240;

    private static final int MOST_EMPTY_BLOCKS = 240;
    private static final double NANOS = 1e9;

    /** An endpoint used in bursts has no rate that days could expect. */
    private static final double BUSY = 0.9;

    public long block = Long.MIN_VALUE;

    /** Whether the block began before the first window; it is not counted. */
    public boolean partial;

    public long requests;
    public long failures4xx;
    public long failures;

    /** Sum over windows of requests times the logarithm of their 0.95 quantile in nanoseconds. */
    public double logLatency;

    public long timed;
    public long blocks;

    /** The share of blocks with requests, over the last day. */
    public double busy;

    public SeriesModel rate = new SeriesModel();
    public SeasonalRate seasonalRate = new SeasonalRate();

    /** The logarithm of the latency, by the normal law. */
    public LearnedLevel latency = new LearnedLevel();

    public LearnedShare errors4xx = new LearnedShare();
    public LearnedShare errors5xx = new LearnedShare();

    /**
     * Takes in a closed window; scores the blocks that it ends.
     *
     * @param schedule the endpoint's
     * @return an entry a metric of the last block that ended, if it could be judged
     */
    List<WindowScore> close(WindowCounts window, BaselineSettings settings, Schedule schedule) {
        long length = BLOCK_WINDOWS * settings.windowMillis();
        long now = Math.floorDiv(window.startMillis, length);
        List<WindowScore> scores = List.of();
        if (block == Long.MIN_VALUE || now - block > MOST_EMPTY_BLOCKS) {
            begin(now);
            partial = window.startMillis > now * length;
        }
        while (block < now) {
            scores = partial ? List.of() : end(length, settings, schedule);
            begin(block + 1);
            partial = false;
        }
        requests += window.count;
        failures4xx += window.errors4xx;
        failures += window.errors5xx;
        if (window.latency.count() > 0) {
            logLatency +=
                    window.latency.count() * Math.log((double) window.latency.quantileNanos(0.95));
            timed += window.latency.count();
        }
        return scores;
    }

    private void begin(long next) {
        block = next;
        requests = 0;
        failures4xx = 0;
        failures = 0;
        logLatency = 0;
        timed = 0;
    }

    private List<WindowScore> end(long length, BaselineSettings settings, Schedule schedule) {
        blocks++;
        double gain = Math.max(1.0 / blocks, 1.0 / MOST_EMPTY_BLOCKS);
        busy += ((requests > 0 ? 1 : 0) - busy) * gain;
        boolean settled = blocks > SETTLED_BLOCKS;
        BlockJudge judge = new BlockJudge(block * length, settled, schedule, settings.ofBlocks());
        judge.rate(rate, seasonalRate, requests, busy >= BUSY);
        if (timed >= settings.minimumVolume()) {
            judge.latency(latency, Math.exp(logLatency / timed) / NANOS, timed);
        }
        if (requests >= settings.minimumVolume()) {
            judge.share(Metric.ERRORS_4XX, errors4xx, failures4xx, requests);
            judge.share(Metric.ERRORS_5XX, errors5xx, failures, requests);
        }
        return judge.scores();
    }
}
