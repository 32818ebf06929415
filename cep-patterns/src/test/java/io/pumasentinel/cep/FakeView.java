package io.pumasentinel.cep;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.Field;
import io.pumasentinel.sigma.LogSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request made of given fields that counts how often its sample was asked for. */
final class FakeView implements EventView {
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final long timestampMillis;
    private final Position position;
    private int samples;
    private double duration = Double.NaN;

    FakeView(long timestampMillis, long line) {
        this.timestampMillis = timestampMillis;
        this.position = Position.ofLine("access.log", line);
    }

    FakeView with(Field field, String value) {
        texts.put(field, value);
        return this;
    }

    FakeView lasting(double seconds) {
        duration = seconds;
        return this;
    }

    int samples() {
        return samples;
    }

    @Override
    public LogSource source() {
        return LogSource.WEBSERVER;
    }

    @Override
    public String service() {
        return "shop";
    }

    @Override
    public String host() {
        return "web-1";
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public long timestampMillis() {
        return timestampMillis;
    }

    @Override
    public @Nullable String text(Field field) {
        return texts.get(field);
    }

    @Override
    public double number(Field field) {
        return switch (field) {
            case STATUS -> 404;
            case DURATION -> duration;
            default -> Double.NaN;
        };
    }

    @Override
    public String sample() {
        samples++;
        return "line " + position.index();
    }

    @Override
    public @Nullable MetricScore metric() {
        return null;
    }

    @Override
    public List<String> addresses() {
        String address = texts.get(Field.SOURCE_IP);
        return address == null ? List.of() : List.of(address);
    }
}
