package io.pumasentinel.job.config;

import io.pumasentinel.baseline.Guards;
import java.time.Duration;
import java.util.List;

/** The options of {@link Guards}: what is smaller matters to nobody, whatever its probability. */
final class ThresholdOptions {

    private static final Guards DEFAULTS = Guards.defaults();
    private static final Range<Double> RATIO = new Range<>(1.0, 1_000.0);

    private static final Option<Integer> AFFECTED_REQUESTS =
            Option.of(
                    "affected-requests",
                    Types.integer(new Range<>(1, 1_000_000)),
                    Math.toIntExact(DEFAULTS.affectedRequests()),
                    "An anomaly of latency or errors rests on at least so many slow or failed"
                            + " requests.");
    private static final Option<Double> LATENCY_RATIO =
            Option.of(
                    "latency-ratio",
                    Types.decimal(RATIO),
                    DEFAULTS.latencyRatio(),
                    "A latency reaches at least this multiple of the expected one");
    private static final Option<Duration> LATENCY =
            Option.of(
                    "latency",
                    Types.duration(new Range<>(Duration.ZERO, Duration.ofHours(1))),
                    Duration.ofNanos(DEFAULTS.latencyNanos()),
                    "and exceeds it by so much.");
    private static final Option<Double> ERROR_SHARE =
            Option.of(
                    "error-share",
                    Types.decimal(new Range<>(0.0, 1.0)),
                    DEFAULTS.errorShare(),
                    "A share of 4xx or 5xx answers exceeds the expected one by so much.");
    private static final Option<Double> RATE_RATIO =
            Option.of(
                    "rate-ratio",
                    Types.decimal(RATIO),
                    DEFAULTS.rateRatio(),
                    "A rate reaches at least this multiple of the expected one, or falls to its"
                            + " inverse.");
    private static final Option<Double> BYTES_RATIO =
            Option.of(
                    "bytes-ratio",
                    Types.decimal(RATIO),
                    DEFAULTS.bytesRatio(),
                    "A mean response length reaches at least this multiple of the expected one");
    private static final Option<Integer> BYTES =
            Option.of(
                    "bytes",
                    Types.integer(new Range<>(0, 1_073_741_824)),
                    Math.toIntExact(DEFAULTS.bytes()),
                    "and exceeds it by so many bytes.");

    static final Block<Guards> BLOCK =
            new Block<>(
                    List.of(
                            AFFECTED_REQUESTS,
                            LATENCY_RATIO,
                            LATENCY,
                            ERROR_SHARE,
                            RATE_RATIO,
                            BYTES_RATIO,
                            BYTES),
                    ThresholdOptions::build);

    private ThresholdOptions() {}

    private static Guards build(Values values) {
        return new Guards(
                values.get(AFFECTED_REQUESTS),
                values.get(LATENCY_RATIO),
                values.get(LATENCY).toNanos(),
                values.get(ERROR_SHARE),
                values.get(RATE_RATIO),
                values.get(BYTES_RATIO),
                values.get(BYTES));
    }
}
