package io.pumasentinel.sigma;

import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of one event: its fields by name, whatever its kind.
 *
 * <p>Reading a field costs no allocation, except {@link Field#DECODED}, {@link Field#NORMALISED}
 * and {@link Field#SOURCE_SUBNET}, which are computed at their first reading and kept. Views are
 * not thread-safe.
 */
public interface EventView {
    /** Which rules apply. */
    LogSource source();

    /** The service the event belongs to. */
    String service();

    /** The host the event came from; empty for windows, which span hosts. */
    String host();

    /** Where the line was read; for a window a position made of its endpoint and start. */
    Position position();

    /** Event time; for a window its last millisecond. */
    long timestampMillis();

    /** The field's text; null if it is absent or {@link Field#numeric()}. */
    @Nullable String text(Field field);

    /** The field's number; NaN if it is absent or not {@link Field#numeric()}. */
    double number(Field field);

    /**
     * A superset of the ASCII characters of the field's text, as {@link Characters} counts them:
     * kept where many rules read the field, all of them elsewhere.
     */
    default long characters(Field field) {
        return Characters.ANY;
    }

    /** How many events it stands for: a client's window for its requests, anything else for one. */
    default long events() {
        return 1;
    }

    /** The event in one redacted line of at most 512 characters, fit as evidence. */
    String sample();

    /** The anomaly that the view is about; null but for windows, clients and samples. */
    @Nullable MetricScore metric();

    /** Client addresses concerned, most important first, at most 10. */
    List<String> addresses();
}
