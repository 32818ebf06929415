package io.pumasentinel.job.source;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.LineContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of one file, line by line, every one with a time, and with the time by which the file
 * is merged with others and moves the watermark: one false time must neither hold its file back nor
 * carry the whole stream away.
 *
 * <ul>
 *   <li>Lines without a time take the last one believed; those before the file's first time take
 *       the first, those of a file without any time the fallback.
 *   <li>A jump of more than {@value #JUMP_MILLIS} ms is believed if the next {@value #AGREEING}
 *       lines that tell a time (or all that are left) lie beyond it too. Otherwise the event keeps
 *       its time, but the stream goes on at the last time believed.
 * </ul>
 *
 * <p>All of this depends on the file's bytes alone. A restart reads the lines already done again
 * and so goes on exactly where it stopped. Lines are only looked at ahead of time at the beginning
 * and at jumps, at most {@value #WINDOW_LINES} lines.
 */
final class FileEvents implements AutoCloseable {

    static final int WINDOW_LINES = 1000;

    private static final long JUMP_MILLIS = 3_600_000;
    private static final int AGREEING = 20;

    private final ParsedLines lines;
    private final long fallbackMillis;
    private final List<PumaEvent> head = new ArrayList<>();
    private final ArrayDeque<Line> window = new ArrayDeque<>();
    private final Consumer<PumaEvent> intoHead = head::add;
    private LineContext context = new LineContext(false, PumaEvent.NO_TIME);
    private long headMillis = PumaEvent.NO_TIME;
    private long headNumber;
    private long linesDone;

    /** A line that was looked at ahead of time. */
    private record Line(long number, List<PumaEvent> events) {}

    /**
     * Reads {@code lines}.
     *
     * @param fallbackMillis the time of a file that tells none
     */
    FileEvents(ParsedLines lines, long fallbackMillis) {
        this.lines = lines;
        this.fallbackMillis = fallbackMillis;
    }

    /** Moves to the next line; false at the end of the file. */
    boolean advance() throws IOException {
        if (context.lastMillis() == PumaEvent.NO_TIME) {
            context = new LineContext(false, firstMillis());
        }
        head.clear();
        if (!takeLine()) {
            return false;
        }
        placeHead();
        return true;
    }

    /** Moves behind that many lines, as so many calls of {@link #advance} would. */
    void skip(long count) throws IOException {
        while (linesDone < count && advance()) {
            markDone();
        }
    }

    FileInput file() {
        return lines.file();
    }

    /** The current line's events; all at its place, except for what it completes. */
    List<PumaEvent> head() {
        return head;
    }

    /** The time by which the current line is merged: the latest of its events' stream times. */
    long headMillis() {
        return headMillis;
    }

    /** The event's own time, or the last one believed if its own is not. */
    long streamMillis(PumaEvent event) {
        return isJump(event.timestampMillis()) ? context.lastMillis() : event.timestampMillis();
    }

    /** Counts the current line as emitted. */
    void markDone() {
        linesDone = headNumber;
    }

    /** The number of the last line that was emitted, from 1; 0 for none. */
    long linesDone() {
        return linesDone;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean takeLine() throws IOException {
        Line first = window.poll();
        if (first == null) {
            boolean more = lines.next(intoHead);
            headNumber = lines.number();
            return more;
        }
        head.addAll(first.events());
        headNumber = first.number();
        return true;
    }

    private void placeHead() throws IOException {
        headMillis = PumaEvent.NO_TIME;
        for (int i = 0; i < head.size(); i++) {
            PumaEvent event = head.get(i);
            if (tellsTime(event) && isJump(event.timestampMillis()) && othersAgree()) {
                context = new LineContext(false, event.timestampMillis());
            }
            PumaEvent placed = context.place(event, fallbackMillis);
            head.set(i, placed);
            headMillis = Math.max(headMillis, streamMillis(placed));
        }
    }

    private boolean isJump(long timestampMillis) {
        return timestampMillis > context.lastMillis() + JUMP_MILLIS;
    }

    private boolean othersAgree() throws IOException {
        lookAhead();
        int asked = 0;
        for (Line line : window) {
            for (PumaEvent event : line.events()) {
                if (tellsTime(event)) {
                    if (!isJump(event.timestampMillis())) {
                        return false;
                    }
                    if (++asked == AGREEING) {
                        return true;
                    }
                }
            }
        }
        return true;
    }

    /** The earliest of the first times: a false one at the very beginning is later than others. */
    private long firstMillis() throws IOException {
        lookAhead();
        return window.stream()
                .flatMap(line -> line.events().stream())
                .filter(FileEvents::tellsTime)
                .limit(AGREEING)
                .mapToLong(PumaEvent::timestampMillis)
                .min()
                .orElse(fallbackMillis);
    }

    private void lookAhead() throws IOException {
        long telling = window.stream().mapToLong(FileEvents::telling).sum();
        while (telling < AGREEING && window.size() < WINDOW_LINES) {
            List<PumaEvent> events = new ArrayList<>(1);
            if (!lines.next(events::add)) {
                return;
            }
            var line = new Line(lines.number(), events);
            window.add(line);
            telling += telling(line);
        }
    }

    private static long telling(Line line) {
        return line.events().stream().filter(FileEvents::tellsTime).count();
    }

    private static boolean tellsTime(PumaEvent event) {
        boolean forged = event.access() != null && event.access().forged();
        return event.kind() != EventKind.UNPARSED
                && event.timestampMillis() != PumaEvent.NO_TIME
                && !forged;
    }
}
