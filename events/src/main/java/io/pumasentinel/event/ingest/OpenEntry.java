package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;
import java.util.List;

/**
 * An entry of the error output that may go on in further lines, as a checkpoint keeps it.
 *
 * @param head the event of its first line
 * @param streamMillis the stream's time at the first line
 * @param message lines of the message after the first, each behind a line end; redacted
 * @param trace frames of the backtrace, each behind a line end; redacted
 * @param removed what was redacted in the lines after the first
 * @param open whether the message itself has not ended
 * @param lines how many lines it has taken, the first included
 */
public record OpenEntry(
        PumaEvent head,
        long streamMillis,
        String message,
        String trace,
        List<String> removed,
        boolean open,
        int lines) {}
