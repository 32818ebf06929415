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
    private static final int MOST_WRAPPERS = 2;

    private final int maxLineBytes;
    private final Redaction redaction;
    private final TextLine texts;
    private final JsonLine json;

    public LineIngest(IngestSettings settings) {
        this.maxLineBytes = settings.maxLineBytes();
        this.redaction = new Redaction(settings.redactedKeys(), settings.redaction());
        AccessAssembly assembly = new AccessAssembly(settings, redaction);
        this.texts = new TextLine(assembly, redaction);
        this.json = new JsonLine(assembly, redaction, settings.jsonFields());
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
        List<String> removed = redaction.taken();
        for (PumaEvent event : events) {
            out.accept(removed.isEmpty() ? event : event.without(removed));
        }
    }

    /** The line as one that was not read, for a reason that its reader knows. */
    public PumaEvent refuse(RawLine line, Unreadable reason) {
        PumaEvent event = unparsed(line, line.to(), reason);
        List<String> removed = redaction.taken();
        return removed.isEmpty() ? event : event.without(removed);
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
        return read(b, from, to, line.origin(), 0);
    }

    /**
     * @param depth how many wrappers were taken off
     */
    private List<PumaEvent> read(byte[] b, int from, int to, Origin origin, int depth) {
        // A forwarded header may begin with a brace, but then the line ends like an access line.
        if (to > from && b[from] == '{' && b[to - 1] == '}') {
            return json(b, from, to, origin, depth);
        }
        CriLine cri = depth < MOST_WRAPPERS ? CriLine.at(b, from, to) : null;
        return cri == null
                ? List.of(text(b, from, to, origin))
                : cri(b, to, origin, cri, depth + 1);
    }

    private List<PumaEvent> json(byte[] b, int from, int to, Origin origin, int depth) {
        JsonLine.Found found = json.parse(b, from, to, origin, depth > 0);
        Wrapped inner = found.inner();
        if (inner != null && depth < MOST_WRAPPERS) {
            byte[] bytes = inner.bytes();
            int end = TextLine.trimmed(bytes, 0, bytes.length);
            return timed(read(bytes, 0, end, inner.origin(), depth + 1), inner.millis());
        }
        Unreadable reason = inner == null ? found.reason() : Unreadable.NESTED;
        return found.events().isEmpty()
                ? List.of(unparsed(b, from, to, origin, reason))
                : found.events();
    }

    private List<PumaEvent> cri(byte[] b, int to, Origin origin, CriLine cri, int depth) {
        if (!cri.piece()) {
            return timed(read(b, cri.from(), to, origin, depth), cri.millis());
        }
        // A forwarded header may imitate the prefix of a piece to hide its own request.
        PumaEvent event = texts.parse(b, cri.from(), to, origin);
        return event == null || event.access() == null
                ? List.of(unparsed(b, cri.from(), to, origin, Unreadable.PIECE).at(cri.millis()))
                : List.of(Forgery.mark(event, event.access()));
    }

    /** Lines without a time of their own take their wrapper's. */
    private static List<PumaEvent> timed(List<PumaEvent> events, long millis) {
        for (PumaEvent event : events) {
            if (event.timestampMillis() == PumaEvent.NO_TIME) {
                return events.stream()
                        .map(e -> e.timestampMillis() == PumaEvent.NO_TIME ? e.at(millis) : e)
                        .toList();
            }
        }
        return events;
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
        String text = redaction.text(LogText.of(b, from, end), MAX_KEPT_BYTES);
        return PumaEvent.of(origin, PumaEvent.NO_TIME, new Unparsed(reason.text(), text));
    }
}
