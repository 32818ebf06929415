package io.pumasentinel.baseline;

import java.util.List;

/**
 * The long view on an endpoint: blocks of six minutes, judged against days instead of minutes.
 *
 * <p>The windows' own baselines follow the last quarter of an hour, so that a rise that takes hours
 * and a peak that does not come are usual to them. Blocks are judged by {@link SeriesModel}, with
 * its seasons, once there were {@value #SETTLED_BLOCKS} of them (two days): rate, 0.95 quantile of
 * the latency (the geometric mean of the windows'), share of 5xx.
 *
 * <p>A block without requests counts as one; a gap of more than a day starts a new block and
 * teaches nothing. A plain object for keyed state: 70 bytes before the first block ends, at most
 * 8.5 kB.
 */
public class LongView {
    static final int BLOCK_WINDOWS = 36;
    static final int SETTLED_BLOCKS = 480;
    private static final int MOST_EMPTY_BLOCKS = 240;
    private static final double NANOS = 1e9;

    /** An endpoint used in bursts has no rate that days could expect. */
    private static final double BUSY = 0.9;

    public long block = Long.MIN_VALUE;
    public long requests;
    public long failures;

    /** Sum over windows of requests times the logarithm of their 0.95 quantile in nanoseconds. */
    public double logLatency;

    public long timed;
    public long blocks;

    /** The share of blocks with requests, over the last day. */
    public double busy;

    public SeriesModel[] models = {};

    /**
     * Takes in a closed window; scores the blocks that it ends.
     *
     * @return an entry a metric of the last block that ended, if it could be judged
     */
    List<WindowScore> close(WindowCounts window, BaselineSettings settings) {
        long length = BLOCK_WINDOWS * settings.windowMillis();
        long now = Math.floorDiv(window.startMillis, length);
        List<WindowScore> scores = List.of();
        if (block == Long.MIN_VALUE || now - block > MOST_EMPTY_BLOCKS) {
            begin(now);
        }
        while (block < now) {
            scores = end(length, settings);
            begin(block + 1);
        }
        requests += window.count;
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
        failures = 0;
        logLatency = 0;
        timed = 0;
    }

    private List<WindowScore> end(long length, BaselineSettings settings) {
        if (models.length == 0) {
            models = new SeriesModel[] {new SeriesModel(), new SeriesModel(), new SeriesModel()};
        }
        blocks++;
        double gain = Math.max(1.0 / blocks, 1.0 / MOST_EMPTY_BLOCKS);
        busy += ((requests > 0 ? 1 : 0) - busy) * gain;
        BlockJudge judge =
                new BlockJudge(block * length, length, blocks > SETTLED_BLOCKS, settings);
        judge.rate(models[0], requests, busy >= BUSY);
        if (timed >= settings.minimumVolume()) {
            judge.latency(models[1], Math.exp(logLatency / timed) / NANOS, timed);
        }
        if (requests >= settings.minimumVolume()) {
            judge.failures(models[2], failures, requests);
        }
        return judge.scores();
    }
}
