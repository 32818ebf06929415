package io.pumasentinel.sigma;

import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One closed window of one endpoint under one of its metrics. */
final class WindowView implements EventView {
    private static final double NANOS = 1e9;
    private static final int MOST_ADDRESSES = 10;

    private final EndpointWindow window;
    private final @Nullable MetricScore metric;

    WindowView(EndpointWindow window, @Nullable MetricScore metric) {
        this.window = window;
        this.metric = metric;
    }

    @Override
    public LogSource source() {
        return LogSource.WINDOW;
    }

    @Override
    public String service() {
        return window.service();
    }

    @Override
    public String host() {
        return "";
    }

    @Override
    public Position position() {
        return new Position("window:" + window.endpoint(), window.startMillis(), false);
    }

    @Override
    public long timestampMillis() {
        return window.endMillis() - 1;
    }

    @Override
    public @Nullable String text(Field field) {
        return switch (field) {
            case SERVICE -> window.service();
            case ENDPOINT -> window.endpoint();
            case WINDOW_START -> Instant.ofEpochMilli(window.startMillis()).toString();
            case ANOMALY_METRIC -> metric == null ? null : metric.metric();
            default -> null;
        };
    }

    @Override
    public double number(Field field) {
        return switch (field) {
            case WINDOW_COUNT -> window.count();
            case WINDOW_RATE -> window.count() * 1e3 / window.sizeMillis();
            case WINDOW_4XX -> window.errors4xx();
            case WINDOW_5XX -> window.errors5xx();
            case WINDOW_4XX_RATIO -> (double) window.errors4xx() / window.count();
            case WINDOW_5XX_RATIO -> (double) window.errors5xx() / window.count();
            case WINDOW_BYTES -> window.bytes();
            case WINDOW_P50 -> seconds(window.p50Nanos());
            case WINDOW_P95 -> seconds(window.p95Nanos());
            case WINDOW_P99 -> seconds(window.p99Nanos());
            default -> metric == null ? Double.NaN : AnomalyFields.number(field, metric);
        };
    }

    @Override
    public String sample() {
        String requests = window.endpoint() + " " + window.count() + " requests";
        return Sample.oneLine(
                metric == null ? requests : requests + ", " + AnomalyFields.describe(metric));
    }

    @Override
    public @Nullable MetricScore metric() {
        return metric;
    }

    @Override
    public List<String> addresses() {
        return window.topAddresses().stream()
                .limit(MOST_ADDRESSES)
                .map(AddressCount::address)
                .toList();
    }

    private static double seconds(long nanos) {
        return nanos < 0 ? Double.NaN : nanos / NANOS;
    }
}
