package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file or partition that a container runtime or journald cut, until their last
 * pieces are there: by host, service, container and stream, as far as the wrappers name them.
 *
 * <p>A line is given up, and what there is of it comes out as {@link Unreadable#PIECE}, when its
 * next piece is not there {@value #MAX_MILLIS} ms (by the wrappers' times) or {@value #MAX_LINES}
 * lines after its first, and when {@value #MAX_OPEN} others have begun since. The next line of its
 * stream may be its end. Of a line that is longer than allowed one byte more than that is kept.
 *
 * <p>Pieces are held as they were read, secrets included, and so must never be part of a
 * checkpoint. Who needs them after a restart reads them again, from {@link #firstIndexes()} on:
 * what this does depends on the lines alone. Not thread-safe.
 */
public final class PieceJoin {

    /** The longest time between the first piece of a line and any other, in milliseconds. */
    public static final long MAX_MILLIS = 5000;

    /** The most lines of the file or partition from the first piece of a line to its last. */
    public static final int MAX_LINES = 1000;

    static final int MAX_OPEN = 16;

    private final List<PendingLine> open = new ArrayList<>(1);
    private final List<PendingLine> givenUp = new ArrayList<>(1);
    private final List<String> torn = new ArrayList<>(1);

    /** Whether no line waits. */
    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** The places of the first pieces of all lines that wait, in ascending order; mostly none. */
    public long[] firstIndexes() {
        long[] indexes = new long[open.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = open.get(i).origin().position().index();
        }
        Arrays.sort(indexes);
        return indexes;
    }

    /** Forgets every line that does not begin at one of these places, in ascending order. */
    public void retain(long[] firstIndexes) {
        open.removeIf(
                line -> Arrays.binarySearch(firstIndexes, line.origin().position().index()) < 0);
    }

    /**
     * Whether the piece belongs to this: it says so, or a line of its stream waits for it, or one
     * was given up, whose end it may be.
     */
    boolean takes(Piece piece, String stream) {
        return piece.more()
                || continues(piece, stream)
                || (!torn.isEmpty() && torn.contains(key(piece, stream)));
    }

    /** Whether a line of the piece's stream waits. */
    boolean continues(Piece piece, String stream) {
        return !open.isEmpty() && find(key(piece, stream)) != null;
    }

    /** Takes a piece; the line that it completes, null if it completes none. */
    @Nullable PendingLine take(Piece piece, String stream, int keptBytes) {
        String key = key(piece, stream);
        PendingLine line = find(key);
        if (line == null) {
            if (open.size() >= MAX_OPEN) {
                giveUp(open.remove(0));
            }
            line = new PendingLine(key, piece, keptBytes, torn.remove(key));
            open.add(line);
        }
        line.add(piece);
        if (!piece.more()) {
            open.remove(line);
            return line;
        }
        return null;
    }

    /** Gives up what began too many lines before this one. */
    void reached(long index) {
        giveUp(Long.MIN_VALUE, index - MAX_LINES);
    }

    /** Gives up what began too long before this time. */
    void passed(long millis) {
        if (millis != PumaEvent.NO_TIME) {
            giveUp(millis - MAX_MILLIS, Long.MIN_VALUE);
        }
    }

    /** Gives up everything. */
    void end() {
        giveUp(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** What was given up since the last call. */
    List<PendingLine> givenUp() {
        if (givenUp.isEmpty()) {
            return List.of();
        }
        List<PendingLine> lines = List.copyOf(givenUp);
        givenUp.clear();
        return lines;
    }

    private void giveUp(long beforeMillis, long beforeIndex) {
        if (open.isEmpty()) {
            return;
        }
        for (Iterator<PendingLine> each = open.iterator(); each.hasNext(); ) {
            PendingLine line = each.next();
            boolean early = line.millis() != PumaEvent.NO_TIME && line.millis() < beforeMillis;
            if (early || line.origin().position().index() <= beforeIndex) {
                each.remove();
                giveUp(line);
            }
        }
    }

    private void giveUp(PendingLine line) {
        givenUp.add(line);
        torn.remove(line.key());
        torn.add(line.key());
        if (torn.size() > MAX_OPEN) {
            torn.remove(0);
        }
    }

    private @Nullable PendingLine find(String key) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isOf(key)) {
                return open.get(i);
            }
        }
        return null;
    }

    private static String key(Piece piece, String stream) {
        return piece.origin().host() + '\n' + piece.origin().service() + '\n' + stream;
    }
}
