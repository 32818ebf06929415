package io.pumasentinel.job.source;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.PieceJoin;
import io.pumasentinel.event.ingest.PieceMark;
import io.pumasentinel.event.ingest.RawLine;
import io.pumasentinel.event.ingest.Unreadable;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The events of one file's lines as parsed, at least one a line, with its position. Where pieces of
 * a line share the file, each makes a {@link PieceMark} and the last one the line's events, at the
 * place of the first. Where a compressed file is damaged, one last event stands for the lost rest.
 */
final class ParsedLines implements AutoCloseable {

    /** Reason of the dead letter that stands for the unreadable rest of a compressed file. */
    static final String DAMAGED = "compressed data damaged";

    private final FileInput file;
    private final LineReader lines;
    private final LineIngest ingest;
    private final PieceJoin pieces = new PieceJoin();
    private boolean ended;

    ParsedLines(FileInput file, LineReader lines, IngestSettings settings) {
        this.file = file;
        this.lines = lines;
        this.ingest = new LineIngest(settings);
    }

    FileInput file() {
        return file;
    }

    /** The number of the line whose events were handed out last; one more at the file's end. */
    long number() {
        return ended ? lines.number() + 1 : lines.number();
    }

    /**
     * Hands out the next line's events; false at the end of the file. Where something is left over
     * at the end, it comes as if it were one more line.
     */
    boolean next(Consumer<PumaEvent> out) throws IOException {
        if (ended) {
            return false;
        }
        if (lines.next()) {
            if (file.format().admits(lines.buffer(), lines.from(), lines.length())) {
                ingest.ingest(line(), pieces, out);
            } else {
                out.accept(ingest.refuse(line(), Unreadable.OTHER_FORMAT));
            }
            return true;
        }
        ended = true;
        boolean torn = !pieces.isEmpty();
        ingest.end(pieces, out);
        if (lines.damaged()) {
            Origin lost = origin(lines.number() + 1);
            out.accept(PumaEvent.of(lost, PumaEvent.NO_TIME, new Unparsed(DAMAGED, "")));
        }
        return torn || lines.damaged();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private RawLine line() {
        return new RawLine(
                lines.buffer(),
                lines.from(),
                lines.length(),
                origin(lines.number()),
                PumaEvent.NO_TIME);
    }

    private Origin origin(long line) {
        return new Origin(file.service(), file.host(), Position.ofLine(file.path(), line));
    }
}
