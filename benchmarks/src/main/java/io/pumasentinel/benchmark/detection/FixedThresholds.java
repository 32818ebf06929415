package io.pumasentinel.benchmark.detection;

/**
 * What rules without learning say: 95 of 100 requests within a second, at most 5 % of them failed,
 * a quarter refused. The score is the largest ratio to a threshold, so that the bench scales all of
 * them alike; a rate has none.
 */
final class FixedThresholds implements RowScorer {
    private static final double P95_SECONDS = 1;
    private static final double FAILED = 0.05;
    private static final double REFUSED = 0.25;

    @Override
    public double score(double[] row, long timestampMillis) {
        double slow = Math.exp(row[Features.LOG_P95]) / P95_SECONDS;
        double failed = row[Features.SHARE_5XX] / FAILED;
        return Math.max(Math.max(slow, failed), row[Features.SHARE_4XX] / REFUSED);
    }

    @Override
    public long stateBytes() {
        return 0;
    }
}
