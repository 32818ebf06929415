package io.pumasentinel.event.ingest;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of one file through ingest and both joins, as the job's first operator does it. */
final class JoinedLines {

    private final LineIngest ingest = new LineIngest(IngestSettings.defaults());
    private final LineContext times = new LineContext(false, PumaEvent.NO_TIME);
    private final AuthSettings auth = AuthSettings.defaults();
    private final List<PumaEvent> out = new ArrayList<>();
    private LineJoin entries = new LineJoin(List.of());
    private RailsRequests requests = new RailsRequests(auth, List.of());
    private FailedRequests failures = new FailedRequests(List.of());
    private PieceJoin pieces = new PieceJoin();
    private long lines;
    private long joined;

    static JoinedLines of(String text) {
        var reader = new JoinedLines();
        reader.read(text);
        reader.end();
        return reader;
    }

    void read(String text) {
        for (String line : text.split("\n", -1)) {
            line("web-1", line);
        }
    }

    void line(String host, String line) {
        Origin origin = new Origin("shop", host, Position.ofLine("x.log", ++lines));
        RawLine raw = RawLine.of(line.getBytes(StandardCharsets.ISO_8859_1), origin);
        ingest.ingest(raw, pieces, this::arrived);
    }

    private void arrived(PumaEvent event) {
        if (PieceMark.FURTHER.is(event)) {
            joined++;
        } else if (!PieceMark.FIRST.is(event) && !PieceMark.WHOLE.is(event)) {
            take(times.place(event, 0));
        }
    }

    /** What a checkpoint and a restart do in between. */
    void restart() {
        entries = new LineJoin(entries.saved());
        requests = new RailsRequests(auth, requests.saved());
        failures = new FailedRequests(failures.saved());
    }

    void watermark(long millis) {
        requests.passed(millis, this::placed);
        failures.passed(millis, (event, stream) -> out.add(event));
        entries.passed(millis, (event, stream) -> out.add(event));
    }

    void end() {
        ingest.end(pieces, this::arrived);
        watermark(Long.MAX_VALUE);
    }

    List<PumaEvent> events() {
        return out.stream().filter(event -> event.kind() != EventKind.UNPARSED).toList();
    }

    List<Unparsed> deadLetters() {
        return out.stream().map(PumaEvent::unparsed).filter(java.util.Objects::nonNull).toList();
    }

    List<PumaEvent> all() {
        return out;
    }

    /** Lines that are in an event or a dead letter of a line before. */
    long joined() {
        return joined;
    }

    long lines() {
        return lines;
    }

    int waiting() {
        return entries.saved().size()
                + requests.saved().size()
                + failures.saved().size()
                + pieces.firstIndexes().length;
    }

    private void take(PumaEvent event) {
        if (!requests.concerns(event)) {
            placed(event, event.timestampMillis());
        } else if (requests.offer(event, event.timestampMillis(), this::placed)) {
            joined++;
        }
    }

    private void placed(PumaEvent event, long streamMillis) {
        if (failures.concerns(event)) {
            failures.offer(event, streamMillis, this::paired);
        } else {
            paired(event, streamMillis);
        }
    }

    private void paired(PumaEvent event, long streamMillis) {
        if (entries.offer(event, streamMillis, (next, millis) -> out.add(next))) {
            joined++;
        }
    }
}
