package io.pumasentinel.sigma;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the views over all kinds of events have in common. */
abstract class PumaEventView implements EventView {
    private static final long SLOT_MILLIS = 600_000;

    private final PumaEvent event;

    PumaEventView(PumaEvent event) {
        this.event = event;
    }

    /** The field's text, if it is not one that all events have. */
    abstract @Nullable String ownText(Field field);

    @Override
    public final @Nullable String text(Field field) {
        return switch (field) {
            case SERVICE -> event.service();
            case HOST -> event.host();
            case SLOT -> slot();
            default -> ownText(field);
        };
    }

    private @Nullable String slot() {
        boolean carried = Field.SLOT.sources().contains(source());
        return carried ? Instant.ofEpochMilli(slotMillis()).toString() : null;
    }

    private long slotMillis() {
        return timestampMillis() - Math.floorMod(timestampMillis(), SLOT_MILLIS);
    }

    @Override
    public final String service() {
        return event.service();
    }

    @Override
    public final String host() {
        return event.host();
    }

    @Override
    public final Position position() {
        return event.position();
    }

    @Override
    public final long timestampMillis() {
        return event.timestampMillis();
    }

    @Override
    public @Nullable MetricScore metric() {
        return null;
    }

    final PumaEvent event() {
        return event;
    }
}
