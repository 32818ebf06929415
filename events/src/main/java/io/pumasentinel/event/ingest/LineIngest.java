package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns one line of bytes into events: at least one for every line, never an exception for any
 * bytes. Formats are told apart line by line, so streams may mix them. Work is linear in the line's
 * length. What a line is read as depends on no other line, except for pieces of longer ones, but
 * texts that repeat are remembered, some megabytes at the most: not thread-safe.
 *
 * <p>Events carry the time that the line names, else {@link PumaEvent#NO_TIME}; {@link LineContext}
 * places those.
 */
public final class LineIngest {

    private static final int MOST_WRAPPERS = 2;

    private final int maxLineBytes;
    private final Redaction redaction;
    private final Refusal refusal;
    private final TextLine texts;
    private final JsonLine json;

    public LineIngest(IngestSettings settings) {
        this.maxLineBytes = settings.maxLineBytes();
        this.redaction = new Redaction(settings.redactedKeys(), settings.redaction());
        this.refusal = new Refusal(redaction);
        AccessAssembly assembly = new AccessAssembly(settings, redaction);
        this.texts = new TextLine(assembly, redaction);
        this.json = new JsonLine(assembly, redaction, settings.jsonFields());
    }

    /**
     * Calls {@code out} once for every event of the line: one in general, one a worker for a
     * cluster's sample, one a record where several share the line. Pieces of longer lines are not
     * joined. Exceptions of {@code out} pass through.
     */
    public void ingest(RawLine line, Consumer<PumaEvent> out) {
        hand(safely(line, null), out);
    }

    /**
     * The same for the next line of the file or partition whose pieces {@code pieces} joins. A
     * piece makes a {@link PieceMark}; what becomes of the whole line stands at the place of its
     * first piece, behind another one.
     */
    public void ingest(RawLine line, PieceJoin pieces, Consumer<PumaEvent> out) {
        pieces.reached(line.origin().position().index());
        List<PumaEvent> events = safely(line, pieces);
        List<String> removed = redaction.taken();
        giveUp(pieces, out);
        hand(events, removed, out);
    }

    /** Hands out what there is of lines whose last pieces are missing at the end of the file. */
    public void end(PieceJoin pieces, Consumer<PumaEvent> out) {
        pieces.end();
        giveUp(pieces, out);
    }

    /** The line as one that was not read, for a reason that its reader knows. */
    public PumaEvent refuse(RawLine line, Unreadable reason) {
        PumaEvent event = refusal.of(line, line.to(), reason);
        List<String> removed = redaction.taken();
        return removed.isEmpty() ? event : event.without(removed);
    }

    private void hand(List<PumaEvent> events, Consumer<PumaEvent> out) {
        hand(events, redaction.taken(), out);
    }

    private static void hand(
            List<PumaEvent> events, List<String> removed, Consumer<PumaEvent> out) {
        for (PumaEvent event : events) {
            out.accept(removed.isEmpty() ? event : event.without(removed));
        }
    }

    private void giveUp(PieceJoin pieces, Consumer<PumaEvent> out) {
        for (PendingLine line : pieces.givenUp()) {
            out.accept(PieceMark.WHOLE.at(line.origin()));
            Piece whole = line.torn() ? line.whole().withoutHead() : line.whole();
            hand(List.of(refusal.of(whole, Unreadable.PIECE)), out);
        }
    }

    private List<PumaEvent> safely(RawLine line, @Nullable PieceJoin pieces) {
        try {
            return read(line, LinePlace.of(line, pieces));
        } catch (RuntimeException e) {
            // A defect here must cost one line, not the job; the reason makes it countable.
            return List.of(refusal.of(line, line.to(), Unreadable.FAULT));
        }
    }

    private List<PumaEvent> read(RawLine line, LinePlace place) {
        byte[] b = line.bytes();
        int from = line.from();
        int to = TextLine.trimmed(b, from, line.to());
        if (to - from > maxLineBytes) {
            return List.of(refusal.of(line, to, Unreadable.TOO_LONG));
        }
        if (to == from) {
            return List.of(refusal.of(line, to, Unreadable.EMPTY));
        }
        // The blanks before a cut are the middle of a line.
        CriLine cri = CriLine.at(b, from, line.to());
        return cri == null ? read(b, from, to, place) : cri(b, line.to(), cri, place);
    }

    private List<PumaEvent> read(byte[] b, int from, int to, LinePlace place) {
        // A forwarded header may begin with a brace, but then the line ends like an access line.
        if (to > from && b[from] == '{' && b[to - 1] == '}') {
            return json(b, from, to, place);
        }
        CriLine cri = place.depth() < MOST_WRAPPERS ? CriLine.at(b, from, to) : null;
        return cri == null ? List.of(text(b, from, to, place.origin())) : cri(b, to, cri, place);
    }

    private List<PumaEvent> json(byte[] b, int from, int to, LinePlace place) {
        JsonLine.Found found = json.parse(b, from, to, place.origin(), place.depth() > 0);
        Wrapped inner = found.inner();
        if (inner != null && place.depth() < MOST_WRAPPERS) {
            byte[] bytes = inner.bytes();
            var piece =
                    new Piece(
                            bytes, 0, bytes.length, inner.origin(), inner.millis(), inner.piece());
            return unwrapped(piece, place.inside(inner.origin(), inner.stream()));
        }
        if (found.reason() == Unreadable.SEVERAL_RECORDS && !place.single()) {
            return several(b, from, to, place);
        }
        Unreadable reason = inner == null ? found.reason() : Unreadable.NESTED;
        return found.events().isEmpty()
                ? List.of(refusal.of(b, from, to, place.origin(), reason))
                : found.events();
    }

    /** Each record by itself, at a place of its own. */
    private List<PumaEvent> several(byte[] b, int from, int to, LinePlace place) {
        List<PumaEvent> events = new ArrayList<>();
        int at = from;
        int number = 0;
        while (at < to && number < GluedRecords.MOST) {
            int end = GluedRecords.end(b, at, to);
            events.addAll(read(b, at, end, place.record(number++)));
            at = GluedRecords.next(b, end, to);
        }
        if (at < to) {
            Origin rest = place.record(number).origin();
            events.add(refusal.of(b, at, to, rest, Unreadable.SEVERAL_RECORDS));
        }
        return events;
    }

    private List<PumaEvent> cri(byte[] b, int to, CriLine cri, LinePlace place) {
        LinePlace inside = place.inside(place.origin(), cri.stream());
        var piece = new Piece(b, cri.from(), to, place.origin(), cri.millis(), cri.piece());
        PieceJoin pieces = place.pieces();
        if (cri.piece() && (pieces == null || !pieces.continues(piece, inside.stream()))) {
            // A forwarded header may imitate the prefix of a piece to hide its own request.
            int end = TextLine.trimmed(b, cri.from(), to);
            PumaEvent event = texts.parse(b, cri.from(), end, place.origin());
            if (event != null && event.access() != null) {
                return List.of(Forgery.mark(event, event.access()));
            }
        }
        return unwrapped(piece, inside);
    }

    /** What stood in a wrapper, or a line of which it is the last piece. */
    private List<PumaEvent> unwrapped(Piece piece, LinePlace place) {
        PieceJoin pieces = place.pieces();
        if (pieces == null && piece.more()) {
            return List.of(refusal.of(piece, Unreadable.PIECE));
        }
        if (pieces != null) {
            pieces.passed(piece.millis());
            if (pieces.takes(piece, place.stream())) {
                return joined(piece, place, pieces);
            }
        }
        int end = TextLine.trimmed(piece.bytes(), piece.from(), piece.to());
        return timed(read(piece.bytes(), piece.from(), end, place), piece.millis());
    }

    private List<PumaEvent> joined(Piece piece, LinePlace place, PieceJoin pieces) {
        boolean first = !pieces.continues(piece, place.stream());
        PieceMark mark = first ? PieceMark.FIRST : PieceMark.FURTHER;
        PendingLine line = pieces.take(piece, place.stream(), maxLineBytes + 1);
        if (line == null) {
            return List.of(mark.at(piece.origin()));
        }
        List<PumaEvent> events = new ArrayList<>();
        events.add(mark.at(piece.origin()));
        events.add(PieceMark.WHOLE.at(line.origin()));
        Piece whole = line.whole();
        List<PumaEvent> read = whole(whole, place.depth());
        boolean refused = read.size() == 1 && read.get(0).unparsed() != null;
        if (refused && line.torn()) {
            int start = whole.safeStart();
            PumaEvent end =
                    refusal.of(whole.bytes(), start, whole.to(), line.origin(), Unreadable.PIECE);
            events.add(end.at(line.millis()));
        } else {
            events.addAll(read);
        }
        return events;
    }

    private List<PumaEvent> whole(Piece line, int depth) {
        byte[] b = line.bytes();
        if (b.length > maxLineBytes) {
            return List.of(refusal.of(line, Unreadable.TOO_LONG));
        }
        var place = new LinePlace(line.origin(), depth, "", false, null);
        try {
            return timed(read(b, 0, TextLine.trimmed(b, 0, b.length), place), line.millis());
        } catch (RuntimeException e) {
            return List.of(refusal.of(line, Unreadable.FAULT));
        }
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
        return event == null
                ? refusal.of(b, from, to, origin, TextLine.reason(b, from, to))
                : event;
    }
}
