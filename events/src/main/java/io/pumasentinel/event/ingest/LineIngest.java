package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns one line of bytes into events: at least one for every line, never an exception for any
 * bytes. Formats are told apart line by line, so streams may mix them. Work is linear in the line's
 * length. What a line is read as depends on no other line, but texts that repeat are remembered,
 * some megabytes at the most: not thread-safe.
 *
 * <p>Events carry the time that the line names, else {@link PumaEvent#NO_TIME}; {@link LineContext}
 * places those.
 */
public final class LineIngest {

    private static final int MAX_KEPT_BYTES = 4096;

    private final int maxLineBytes;
    private final Redaction redaction;
    private final TextLine texts;
    private final JsonLine json;

    public LineIngest(IngestSettings settings) {
        this.maxLineBytes = settings.maxLineBytes();
        this.redaction = new Redaction(settings.redactedKeys());
        AccessAssembly assembly = new AccessAssembly(settings, redaction);
        this.texts = new TextLine(assembly, redaction);
        this.json = new JsonLine(assembly);
    }

    /**
     * Calls {@code out} once for every event of the line: one in general, one a worker for a
     * cluster's sample. Exceptions of {@code out} pass through.
     */
    public void ingest(RawLine line, Consumer<PumaEvent> out) {
        List<PumaEvent> events;
        try {
            events = read(line);
        } catch (RuntimeException e) {
            // A defect here must cost one line, not the job; the reason makes it countable.
            events = List.of(unparsed(line, line.to(), Unreadable.FAULT));
        }
        for (PumaEvent event : events) {
            out.accept(event);
        }
    }

    /** The line as one that was not read, for a reason that its reader knows. */
    public PumaEvent refuse(RawLine line, Unreadable reason) {
        return unparsed(line, line.to(), reason);
    }

    private List<PumaEvent> read(RawLine line) {
        byte[] b = line.bytes();
        int from = line.from();
        int to = TextLine.trimmed(b, from, line.to());
        if (to - from > maxLineBytes) {
            return List.of(unparsed(line, to, Unreadable.TOO_LONG));
        }
        if (to == from) {
            return List.of(unparsed(line, to, Unreadable.EMPTY));
        }
        // A forwarded header may begin with a brace, but then the line ends like an access line.
        if (b[from] == '{' && b[to - 1] == '}') {
            JsonLine.Found found =
                    json.parse(b, from, to, line.origin(), inner -> text(inner, line));
            return found.events().isEmpty()
                    ? List.of(unparsed(line, to, found.reason()))
                    : found.events();
        }
        return List.of(text(b, from, to, line.origin()));
    }

    private PumaEvent text(byte[] inner, RawLine line) {
        int to = TextLine.trimmed(inner, 0, inner.length);
        return text(inner, 0, to, line.origin());
    }

    private PumaEvent text(byte[] b, int from, int to, Origin origin) {
        PumaEvent event = texts.parse(b, from, to, origin);
        return event == null ? unparsed(b, from, to, origin, TextLine.reason(b, from, to)) : event;
    }

    private PumaEvent unparsed(RawLine line, int to, Unreadable reason) {
        return unparsed(line.bytes(), line.from(), to, line.origin(), reason);
    }

    /** Redacted before it is cut, or half a secret would escape its pattern. */
    private PumaEvent unparsed(byte[] b, int from, int to, Origin origin, Unreadable reason) {
        int end = Math.min(to, from + 2 * MAX_KEPT_BYTES);
        String text = redaction.text(LogText.of(b, from, end));
        return PumaEvent.of(
                origin,
                PumaEvent.NO_TIME,
                new Unparsed(reason.text(), LogText.cut(text, MAX_KEPT_BYTES)));
    }
}
