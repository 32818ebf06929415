package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one error of two tellings: {@code request-error} of a request's own line (lograge,
 * logstasher, ECS) and the {@code rails-exception} that Rails logs right after it. They are one if
 * service, host, request id and class are the same; the exception, at its own place, then tells the
 * request's method, path and client too. Only one exception is taken for each, for clients may
 * choose request ids.
 *
 * <p>A {@code request-error} waits for its exception until the watermark, an error of its host
 * {@value #MAX_MILLIS} ms later or the {@value #MAX_OPEN}-and-first that waits; then it comes out
 * as it is, and so it does if the exception came first. Depends on the partition's events and
 * watermarks alone. Not thread-safe.
 */
public final class FailedRequests {

    /** The longest event time between both, in milliseconds. */
    public static final long MAX_MILLIS = 5000;

    /** The most errors that wait in one partition. */
    public static final int MAX_OPEN = 100;

    private final List<FailedRequest> open;

    /** Goes on from what was saved; an empty list at the beginning. */
    public FailedRequests(List<FailedRequest> saved) {
        this.open = new ArrayList<>(saved);
    }

    /** Whether the event may be one of two; others are not to be offered. */
    public boolean concerns(PumaEvent event) {
        ErrorReport error = event.error();
        return error != null
                && error.requestId() != null
                && (told(error) || (!open.isEmpty() && logged(error)));
    }

    /** Takes the partition's next event that {@link #concerns} this, which has its time. */
    public void offer(PumaEvent event, long streamMillis, LineJoin.Out out) {
        ErrorReport error = event.error();
        if (error == null) {
            out.event(event, streamMillis);
            return;
        }
        endBefore(event.timestampMillis() - MAX_MILLIS, event, out);
        if (told(error)) {
            if (open.size() >= MAX_OPEN) {
                end(open.remove(0), out);
            }
            open.add(new FailedRequest(event, streamMillis));
        } else {
            PumaEvent request = takeFor(event, error);
            out.event(request == null ? event : together(event, error, request), streamMillis);
        }
    }

    /** Lets go of what the watermark is about to leave behind: to be called before it goes on. */
    public void passed(long watermarkMillis, LineJoin.Out out) {
        for (Iterator<FailedRequest> each = open.iterator(); each.hasNext(); ) {
            FailedRequest waiting = each.next();
            if (waiting.streamMillis() <= watermarkMillis) {
                each.remove();
                end(waiting, out);
            }
        }
    }

    /** What a checkpoint must keep; mostly empty. */
    public List<FailedRequest> saved() {
        return new ArrayList<>(open);
    }

    private @Nullable PumaEvent takeFor(PumaEvent event, ErrorReport error) {
        for (Iterator<FailedRequest> each = open.iterator(); each.hasNext(); ) {
            PumaEvent waiting = each.next().error();
            ErrorReport request = waiting.error();
            boolean same =
                    request != null
                            && error.type() != null
                            && error.type().equals(request.type())
                            && request.requestId() != null
                            && request.requestId().equals(error.requestId());
            if (same && isOf(waiting, event)) {
                each.remove();
                return waiting;
            }
        }
        return null;
    }

    private void endBefore(long millis, PumaEvent event, LineJoin.Out out) {
        for (Iterator<FailedRequest> each = open.iterator(); each.hasNext(); ) {
            FailedRequest waiting = each.next();
            if (waiting.error().timestampMillis() < millis && isOf(waiting.error(), event)) {
                each.remove();
                end(waiting, out);
            }
        }
    }

    private static PumaEvent together(PumaEvent event, ErrorReport error, PumaEvent request) {
        ErrorReport said = request.error() == null ? error : request.error();
        var whole =
                new ErrorReport(
                        error.action(),
                        error.type(),
                        error.message(),
                        first(error.method(), said.method()),
                        first(error.path(), said.path()),
                        first(error.clientAddress(), said.clientAddress()),
                        first(error.endpoint(), said.endpoint()),
                        first(error.stackTrace(), said.stackTrace()),
                        error.requestId());
        List<String> removed = new ArrayList<>(event.redacted());
        request.redacted().stream().filter(what -> !removed.contains(what)).forEach(removed::add);
        var origin = new Origin(event.service(), event.host(), event.position());
        return PumaEvent.of(origin, event.timestampMillis(), whole).without(List.copyOf(removed));
    }

    private static void end(FailedRequest waiting, LineJoin.Out out) {
        out.event(waiting.error(), waiting.streamMillis());
    }

    private static boolean told(ErrorReport error) {
        return error.action().equals("request-error");
    }

    private static boolean logged(ErrorReport error) {
        return error.action().equals(RailsException.ACTION);
    }

    private static boolean isOf(PumaEvent waiting, PumaEvent event) {
        return waiting.host().equals(event.host()) && waiting.service().equals(event.service());
    }

    private static @Nullable String first(@Nullable String mine, @Nullable String other) {
        return mine == null ? other : mine;
    }
}
