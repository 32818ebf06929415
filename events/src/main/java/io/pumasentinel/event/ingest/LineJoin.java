package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Puts the entries of the error output together again that a shipper cut into lines: an error
 * message with line ends in it, the headers that Puma dumps with a parse error, a backtrace.
 *
 * <p>An entry is held back from its first line on until one of these comes: the next entry of the
 * same service and host; an event of theirs more than {@value #MAX_MILLIS} ms later; the watermark;
 * line {@value #MAX_LINES} or character {@value #MAX_CHARS}; a {@value #MAX_OPEN}-and-first host
 * with an open entry. Requests, lifecycle lines and samples in between do not end it. What comes
 * after the end stays what it was, a line that nobody understood.
 *
 * <p>What it does depends on the partition's events and on watermarks alone. Not thread-safe.
 */
public final class LineJoin {

    /** The most lines that make one event. */
    public static final int MAX_LINES = 200;

    /** The most characters of the lines after the first. */
    public static final int MAX_CHARS = 64 * 1024;

    /** The longest event time between the first line and others, in milliseconds. */
    public static final long MAX_MILLIS = 5000;

    static final int MAX_OPEN = 16;

    /** Takes the events that are complete. */
    public interface Out {
        /** An event with the stream's time at its first line. */
        void event(PumaEvent event, long streamMillis);
    }

    private final List<EntryDraft> open = new ArrayList<>(1);

    /** Goes on from what was saved; an empty list at the beginning. */
    public LineJoin(List<OpenEntry> saved) {
        saved.forEach(entry -> open.add(new EntryDraft(entry)));
    }

    /**
     * Takes the partition's next event, which has its time.
     *
     * @param streamMillis the stream's time at the event, by which watermarks go
     * @return whether the event became part of an earlier one and will not come out by itself
     */
    public boolean offer(PumaEvent event, long streamMillis, Out out) {
        if (!open.isEmpty()) {
            endBefore(event.timestampMillis() - MAX_MILLIS, event, out);
            EntryDraft mine = of(event);
            if (mine != null && taken(mine, event)) {
                return true;
            }
            if (mine != null && begins(event)) {
                end(mine, out);
            }
        }
        if (begins(event)) {
            if (open.size() >= MAX_OPEN) {
                end(open.get(0), out);
            }
            open.add(new EntryDraft(event, streamMillis));
        } else {
            out.event(event, streamMillis);
        }
        return false;
    }

    /** Ends what the watermark is about to leave behind: to be called before it goes on. */
    public void passed(long watermarkMillis, Out out) {
        for (Iterator<EntryDraft> each = open.iterator(); each.hasNext(); ) {
            EntryDraft entry = each.next();
            if (entry.streamMillis() <= watermarkMillis) {
                each.remove();
                out.event(entry.event(), entry.streamMillis());
            }
        }
    }

    /** What a checkpoint must keep; mostly empty. */
    public List<OpenEntry> saved() {
        return new ArrayList<>(open.stream().map(EntryDraft::saved).toList());
    }

    private void endBefore(long millis, PumaEvent event, Out out) {
        for (Iterator<EntryDraft> each = open.iterator(); each.hasNext(); ) {
            EntryDraft entry = each.next();
            if (entry.head().timestampMillis() < millis && entry.isOf(event)) {
                each.remove();
                out.event(entry.event(), entry.streamMillis());
            }
        }
    }

    private void end(EntryDraft entry, Out out) {
        open.remove(entry);
        out.event(entry.event(), entry.streamMillis());
    }

    private @org.jspecify.annotations.Nullable EntryDraft of(PumaEvent event) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isOf(event)) {
                return open.get(i);
            }
        }
        return null;
    }

    private static boolean taken(EntryDraft entry, PumaEvent event) {
        Unparsed line = event.unparsed();
        if (line != null) {
            return entry.take(event, line);
        }
        ErrorReport report = event.error();
        return report != null && entry.take(event, report);
    }

    /** Errors with a message that ends in its line and never a backtrace do not wait. */
    private static boolean begins(PumaEvent event) {
        ErrorReport error = event.error();
        if (error != null) {
            return error.message().endsWith("\n")
                    || switch (error.action()) {
                        case "listen-loop", "ssl-error", "unsupported-method" -> false;
                        case "request-error", "app-error", "app-log" -> false;
                        default -> true;
                    };
        }
        Lifecycle lifecycle = event.lifecycle();
        return lifecycle != null && lifecycle.action().equals("boot-failed");
    }
}
