package io.pumasentinel.sigma;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened to the processes. */
final class LifecycleView extends PumaEventView {
    private final Lifecycle lifecycle;

    LifecycleView(PumaEvent event, Lifecycle lifecycle) {
        super(event);
        this.lifecycle = lifecycle;
    }

    @Override
    public LogSource source() {
        return LogSource.LIFECYCLE;
    }

    @Override
    @Nullable String ownText(Field field) {
        return switch (field) {
            case EVENT_ACTION -> lifecycle.action();
            case LIFECYCLE_MESSAGE -> lifecycle.message();
            default -> null;
        };
    }

    @Override
    public double number(Field field) {
        return field == Field.LIFECYCLE_WORKER && lifecycle.worker() >= 0
                ? lifecycle.worker()
                : Double.NaN;
    }

    @Override
    public String sample() {
        return Sample.oneLine(host() + " " + lifecycle.action() + ": " + lifecycle.message());
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }
}
