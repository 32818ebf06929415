package io.pumasentinel.job.sink;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;

/**
 * Serialises every stream type to the JSON of its document.
 *
 * <p>Not thread-safe: one per writer.
 */
public final class Documents {
    private final DocumentBuffer buffer = new DocumentBuffer();

    /**
     * A request, an error, a lifecycle line or a sample.
     *
     * @throws IllegalArgumentException for an unparsed line: that is a dead letter
     */
    public byte[] of(PumaEvent event) {
        return switch (event.kind()) {
            case ACCESS -> buffer.document((json, time) -> AccessDocument.write(json, time, event));
            case ERROR, LIFECYCLE ->
                    buffer.document((json, time) -> ErrorDocument.write(json, time, event));
            case STATS -> buffer.document((json, time) -> StatsDocument.write(json, time, event));
            case UNPARSED ->
                    throw new IllegalArgumentException(
                            "an unparsed line has no event document (got "
                                    + event.position().id()
                                    + ")");
        };
    }

    /** A window. */
    public byte[] of(EndpointWindow window) {
        return buffer.document((json, time) -> WindowDocument.write(json, time, window));
    }

    /** An alert as it stands. */
    public byte[] of(Alert alert) {
        return buffer.document((json, time) -> AlertDocument.write(json, time, alert));
    }

    /** A dead letter. */
    public byte[] of(DeadLetter letter) {
        return buffer.document((json, time) -> DeadLetterDocument.write(json, time, letter));
    }

    /** The id of an event's document: its position, for samples what identifies the check-in. */
    public static String idOf(PumaEvent event) {
        return DocumentIds.bounded(
                event.kind() == EventKind.STATS ? StatsDocument.id(event) : event.position().id());
    }

    /** The id of a dead letter's document: its position. */
    public static String idOf(DeadLetter letter) {
        return DocumentIds.bounded(letter.position().id());
    }

    /** The id of a window's document. */
    public static String idOf(EndpointWindow window) {
        return DocumentIds.bounded(WindowDocument.id(window));
    }

    /** The id of the document of an alert's transition. */
    public static String transitionIdOf(Alert alert) {
        return AlertDocument.transitionId(alert);
    }
}
