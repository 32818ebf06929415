package io.pumasentinel.sigma;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.function.ToDoubleFunction;

/** Parts of an event's time in UTC, as numbers. */
final class TimeParts {
    private TimeParts() {}

    /** The part that the modifier names: 0 to 59, 0 to 23, 1 to 31, 1 to 53 (ISO 8601), 1 to 12. */
    static ToDoubleFunction<EventView> of(Modifier part) {
        return switch (part) {
            case MINUTE ->
                    view -> (int) (Math.floorMod(view.timestampMillis(), 3_600_000L) / 60_000);
            case HOUR ->
                    view -> (int) (Math.floorMod(view.timestampMillis(), 86_400_000L) / 3_600_000);
            case DAY -> view -> date(view).getDayOfMonth();
            case WEEK -> view -> date(view).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> view -> date(view).get(ChronoField.MONTH_OF_YEAR);
            case YEAR -> view -> date(view).getYear();
            default -> throw new IllegalArgumentException("no part of a time (got " + part + ")");
        };
    }

    private static ZonedDateTime date(EventView view) {
        return Instant.ofEpochMilli(view.timestampMillis()).atZone(ZoneOffset.UTC);
    }
}
