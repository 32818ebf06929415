package io.pumasentinel.job.config;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and where progress is kept.
 *
 * @param folder a path or URI that every process of the cluster reaches; null: what Flink's own
 *     configuration says
 * @param interval from the start of one checkpoint to the start of the next
 * @param timeout a checkpoint that takes longer has failed; an Elasticsearch that is down keeps
 *     checkpoints waiting
 * @param tolerableFailures so many failed checkpoints in a row do not restart the job
 */
public record CheckpointConfig(
        @Nullable String folder, Duration interval, Duration timeout, int tolerableFailures)
        implements Serializable {

    static final Range<Duration> INTERVAL = new Range<>(Duration.ofSeconds(1), Duration.ofHours(1));
    static final Range<Duration> TIMEOUT = new Range<>(Duration.ofSeconds(10), Duration.ofDays(1));
    static final Range<Integer> TOLERABLE_FAILURES = new Range<>(0, 10_000);

    /** Holds the numbers to their ranges. */
    public CheckpointConfig {
        INTERVAL.check("interval", interval);
        TIMEOUT.check("timeout", timeout);
        TOLERABLE_FAILURES.check("tolerable-failures", tolerableFailures);
    }

    /** Every 30 s, 10 minutes at most, 10 failures in a row. */
    public static CheckpointConfig defaults() {
        return new CheckpointConfig(null, Duration.ofSeconds(30), Duration.ofMinutes(10), 10);
    }
}
