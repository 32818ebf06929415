package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link Thresholds}. */
final class ThresholdOptions {

    private static final Thresholds DEFAULTS = Thresholds.defaults();
    private static final Option<Double> REQUEST =
            Option.of(
                    "request",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.request(),
                    "One request's latency.");
    private static final Option<Double> LATENCY =
            Option.of(
                    "latency",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.latency(),
                    "A window's p50, p95 and p99.");
    private static final Option<Double> RATE =
            Option.of(
                    "rate",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.rate(),
                    "A window's requests per second.");
    private static final Option<Double> ERRORS_4XX =
            Option.of(
                    "errors-4xx",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.errors4xx(),
                    "A window's share of answers 400 to 499.");
    private static final Option<Double> ERRORS_5XX =
            Option.of(
                    "errors-5xx",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.errors5xx(),
                    "A window's share of answers 500 to 599.");
    private static final Option<Double> BYTES =
            Option.of(
                    "bytes",
                    Types.decimal(Thresholds.SCORE),
                    DEFAULTS.bytes(),
                    "A window's bytes per response.");

    static final Block<Thresholds> BLOCK =
            new Block<>(
                    List.of(REQUEST, LATENCY, RATE, ERRORS_4XX, ERRORS_5XX, BYTES),
                    ThresholdOptions::build);

    private ThresholdOptions() {}

    private static Thresholds build(Values values) {
        return new Thresholds(
                values.get(REQUEST),
                values.get(LATENCY),
                values.get(RATE),
                values.get(ERRORS_4XX),
                values.get(ERRORS_5XX),
                values.get(BYTES));
    }
}
