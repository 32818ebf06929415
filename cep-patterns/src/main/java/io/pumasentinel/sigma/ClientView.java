package io.pumasentinel.sigma;

import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.ingest.Subnets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client in one closed window under one of its metrics, or under none. */
final class ClientView implements EventView {
    private final ClientWindow client;
    private final @Nullable MetricScore metric;

    ClientView(ClientWindow client, @Nullable MetricScore metric) {
        this.client = client;
        this.metric = metric;
    }

    @Override
    public LogSource source() {
        return LogSource.CLIENT;
    }

    @Override
    public String service() {
        return client.service();
    }

    @Override
    public String host() {
        return "";
    }

    @Override
    public Position position() {
        return new Position("client:" + client.address(), client.startMillis(), false);
    }

    @Override
    public long timestampMillis() {
        return client.endMillis() - 1;
    }

    @Override
    public @Nullable String text(Field field) {
        return switch (field) {
            case SERVICE -> client.service();
            case SOURCE_IP -> client.address();
            case SOURCE_SUBNET -> Subnets.of(client.address());
            case WINDOW_START -> Instant.ofEpochMilli(client.startMillis()).toString();
            case ANOMALY_METRIC -> metric == null ? null : metric.metric();
            default -> null;
        };
    }

    @Override
    public double number(Field field) {
        return switch (field) {
            case CLIENT_COUNT -> client.count();
            case CLIENT_ERRORS -> client.errors();
            case CLIENT_ENDPOINTS -> client.endpoints();
            default -> metric == null ? Double.NaN : AnomalyFields.number(field, metric);
        };
    }

    @Override
    public long events() {
        return client.count();
    }

    @Override
    public String sample() {
        String requests =
                "%s %d requests, %d failed, %d endpoints"
                        .formatted(
                                client.address(),
                                client.count(),
                                client.errors(),
                                client.endpoints());
        return Sample.oneLine(
                metric == null ? requests : requests + ", " + AnomalyFields.describe(metric));
    }

    @Override
    public @Nullable MetricScore metric() {
        return metric;
    }

    @Override
    public List<String> addresses() {
        return List.of(client.address());
    }
}
