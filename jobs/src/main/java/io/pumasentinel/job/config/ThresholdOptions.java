package io.pumasentinel.job.config;

import io.pumasentinel.baseline.Guards;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final List<Option<?>> ALL =
            List.of(
                    AFFECTED_REQUESTS,
                    LATENCY_RATIO,
                    LATENCY,
                    ERROR_SHARE,
                    RATE_RATIO,
                    BYTES_RATIO,
                    BYTES);

    static final Block<Guards> BLOCK = new Block<>(ALL, values -> over(values, DEFAULTS));

    /** For places where what is left out is as elsewhere. */
    static final List<Option<?>> WITHOUT_DEFAULTS =
            ALL.stream().<Option<?>>map(ThresholdOptions::withoutDefault).toList();

    private ThresholdOptions() {}

    private static <T> Option<T> withoutDefault(Option<T> option) {
        return Option.optional(option.name(), option.type(), option.about());
    }

    /** What the values say, and {@code others} where they say nothing. */
    static Guards over(Values values, Guards others) {
        Integer affected = values.find(AFFECTED_REQUESTS);
        Duration latency = values.find(LATENCY);
        Integer bytes = values.find(BYTES);
        return new Guards(
                affected == null ? others.affectedRequests() : affected,
                or(values.find(LATENCY_RATIO), others.latencyRatio()),
                latency == null ? others.latencyNanos() : latency.toNanos(),
                or(values.find(ERROR_SHARE), others.errorShare()),
                or(values.find(RATE_RATIO), others.rateRatio()),
                or(values.find(BYTES_RATIO), others.bytesRatio()),
                bytes == null ? others.bytes() : bytes);
    }

    private static double or(@Nullable Double value, double other) {
        return value == null ? other : value;
    }
}
