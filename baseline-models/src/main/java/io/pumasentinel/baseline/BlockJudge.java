package io.pumasentinel.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Judges one block of {@link LongView}: brings each metric into the scale of its model. */
final class BlockJudge {
    private static final SeriesSettings MODEL = SeriesSettings.forIncidents();
    private static final double NANOS = 1e9;

    private final long startMillis;
    private final long lengthMillis;
    private final boolean settled;
    private final BaselineSettings settings;
    private final List<WindowScore> scores = new ArrayList<>(3);

    BlockJudge(long startMillis, long lengthMillis, boolean settled, BaselineSettings settings) {
        this.startMillis = startMillis;
        this.lengthMillis = lengthMillis;
        this.settled = settled;
        this.settings = settings;
    }

    List<WindowScore> scores() {
        return scores;
    }

    /**
     * Counts as 2√(n + ⅜), whose noise does not depend on the level (Anscombe 1948).
     *
     * @param steady whether most blocks hold requests; if not, nothing is notable
     */
    void rate(SeriesModel model, long requests, boolean steady) {
        DoubleUnaryOperator perSecond = x -> LearnedRate.count(x) * 1_000 / lengthMillis;
        Block block = judge(model, LearnedRate.stabilised((double) requests), perSecond);
        double ratio = settings.guards().rateRatio();
        double expected = block.expected() * lengthMillis / 1_000;
        boolean surge = requests >= ratio * expected;
        boolean drop = expected >= ratio * requests;
        boolean enough = Math.abs(requests - expected) >= settings.minimumVolume();
        add(
                Metric.RATE,
                block,
                requests * 1_000.0 / lengthMillis,
                steady && enough && (surge || drop));
    }

    /** Latencies by their logarithm; half of the windows have a request as slow as that. */
    void latency(SeriesModel model, double seconds, long timed) {
        Block block = judge(model, Math.log(seconds), Math::exp);
        double slow = settings.guards().slowNanos(block.expected() * NANOS) / NANOS;
        boolean enough = timed >= 4 * settings.guards().affectedRequests();
        add(Metric.LATENCY_P95, block, seconds, seconds >= slow && enough);
    }

    /** Shares as arcsine of their root, with Anscombe's correction for small numbers. */
    void failures(SeriesModel model, long failures, long requests) {
        double share = (failures + 0.375) / (requests + 0.75);
        Block block =
                judge(
                        model,
                        Math.asin(Math.sqrt(share)),
                        x -> square(Math.sin(Math.max(0, Math.min(x, Math.PI / 2)))));
        double observed = (double) failures / requests;
        boolean notable =
                observed >= block.expected() + settings.guards().errorShare()
                        && failures >= settings.guards().affectedRequests();
        add(Metric.ERRORS_5XX, block, observed, notable);
    }

    private Block judge(SeriesModel model, double value, DoubleUnaryOperator unit) {
        if (!settled || model.seen() < LongView.SETTLED_BLOCKS / 2) {
            model.judge(startMillis, value, MODEL);
            return Block.UNJUDGED;
        }
        double expected = unit.applyAsDouble(model.expected(startMillis, MODEL));
        double lower = unit.applyAsDouble(model.edge(startMillis, -1, MODEL));
        double upper = unit.applyAsDouble(model.edge(startMillis, 1, MODEL));
        double score = MODEL.score(model.judge(startMillis, value, MODEL));
        return new Block(score, expected, lower, upper);
    }

    private void add(Metric metric, Block block, double observed, boolean notable) {
        if (!block.equals(Block.UNJUDGED)) {
            scores.add(
                    new WindowScore(
                            metric,
                            block.score(),
                            observed,
                            block.expected(),
                            block.lower(),
                            block.upper(),
                            lengthMillis,
                            notable));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private record Block(double score, double expected, double lower, double upper) {
        static final Block UNJUDGED = new Block(-1, 0, 0, 0);
    }
}
