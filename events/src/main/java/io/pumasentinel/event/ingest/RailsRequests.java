package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.Unparsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request of the lines {@code Started}, {@code Processing} and {@code Completed} of the
 * default Rails log, at the place of the first. Lines meet by their request id; without one by
 * their process, as long as only one of its requests is open. An exception ends a request that has
 * no {@code Completed}, with the status that Rails answers it with by default.
 *
 * <p>At most {@value #MAX_OPEN} requests are remembered, and none longer than {@value #MAX_MILLIS}
 * ms of event time; a request that is forgotten without its end comes out as {@link
 * Unreadable#RAILS}. Depends on the partition's events and watermarks alone. Not thread-safe.
 */
public final class RailsRequests {

    /** The most requests that are open at once in one partition. */
    public static final int MAX_OPEN = 1000;

    /** The longest time from a request's beginning to its end, in milliseconds. */
    public static final long MAX_MILLIS = 120_000;

    private final SignIns signIns;
    private final List<OpenRequest> open;

    /** Judges sign-ins by {@code auth} and goes on from what was saved. */
    public RailsRequests(AuthSettings auth, List<OpenRequest> saved) {
        this.signIns = new SignIns(auth);
        this.open = new ArrayList<>(saved);
    }

    /** Whether the event begins, continues or may end a request; others are not to be offered. */
    public boolean concerns(PumaEvent event) {
        Access access = event.access();
        if (access != null) {
            return access.status() == Access.STARTED;
        }
        Unparsed line = event.unparsed();
        return !open.isEmpty() && (line == null ? exception(event) : part(line));
    }

    /**
     * Takes the partition's next event that {@link #concerns} requests, which has its time.
     *
     * @return whether the event's line became part of a request's and will not come out by itself
     */
    public boolean offer(PumaEvent event, long streamMillis, LineJoin.Out out) {
        Unparsed line = event.unparsed();
        if (line != null) {
            return told(event, line, streamMillis, out);
        }
        ErrorReport error = event.error();
        if (error != null) {
            out.event(failed(event, error, out), streamMillis);
            return false;
        }
        forgetUntil(event.timestampMillis(), out);
        if (open.size() >= MAX_OPEN) {
            forget(open.remove(firstDone()), out);
        }
        open.add(new OpenRequest(event, streamMillis, "", false));
        return false;
    }

    /** Forgets requests whose time is over once the watermark is there. */
    public void passed(long watermarkMillis, LineJoin.Out out) {
        if (!open.isEmpty()) {
            forgetUntil(watermarkMillis, out);
        }
    }

    /** What a checkpoint must keep; empty unless the partition carries a Rails log. */
    public List<OpenRequest> saved() {
        return new ArrayList<>(open);
    }

    private boolean told(PumaEvent event, Unparsed line, long streamMillis, LineJoin.Out out) {
        RailsText text = RailsText.of(line.line());
        int at = find(event, text.tag(), text.pid());
        if (at < 0) {
            out.event(event, streamMillis);
            return false;
        }
        OpenRequest request = open.get(at);
        if (!text.route().isEmpty()) {
            open.set(at, request.routed(text.route()));
        } else if (text.status() >= 0) {
            finish(at, text.status(), text.durationNanos(), out);
        }
        return true;
    }

    /** Ends the request that failed, and says of which request the error is. */
    private PumaEvent failed(PumaEvent event, ErrorReport error, LineJoin.Out out) {
        if (error.type() == null) {
            return event;
        }
        int at = remembered(event, error.requestId());
        if (at < 0) {
            return event;
        }
        Access access = open.get(at).started().access();
        if (!open.get(at).done()) {
            finish(at, RailsStatus.of(error.type()), -1, out);
        }
        return access == null ? event : of(access, event, error);
    }

    private void finish(int at, int status, long durationNanos, LineJoin.Out out) {
        OpenRequest request = open.get(at);
        PumaEvent started = request.started();
        Access access = started.access();
        if (access == null) {
            return;
        }
        RequestDetail detail =
                request.route().isEmpty()
                        ? access.detail()
                        : new RequestDetail(-1, request.route(), null, null);
        AuthOutcome outcome = signIns.outcome(access.method(), access.endpoint(), status);
        Access whole = RouteOf.finished(access, status, durationNanos, outcome, detail);
        long end = started.timestampMillis() + Math.max(0, durationNanos / 1_000_000);
        open.set(at, request.finished());
        out.event(
                PumaEvent.of(origin(started), end, whole).without(started.redacted()),
                request.streamMillis() + end - started.timestampMillis());
    }

    /** The open request that the line is of; -1 if there is none or it might be another. */
    private int find(PumaEvent event, @Nullable String tag, int pid) {
        int found = -1;
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenRequest request = open.get(i);
            if (request.done() || !isOf(request, event) || !same(request, tag, pid)) {
                continue;
            }
            if (tag != null) {
                return i;
            }
            if (found >= 0) {
                return -1;
            }
            found = i;
        }
        return found;
    }

    /** The latest request of that id, done or not; -1 without an id. */
    private int remembered(PumaEvent event, @Nullable String tag) {
        for (int i = open.size() - 1; i >= 0 && tag != null; i--) {
            if (isOf(open.get(i), event) && same(open.get(i), tag, -1)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(OpenRequest request, @Nullable String tag, int pid) {
        Access access = request.started().access();
        if (access == null) {
            return false;
        }
        return tag == null
                ? access.requestId() == null && access.pid() == pid
                : tag.equals(access.requestId());
    }

    private static boolean isOf(OpenRequest request, PumaEvent event) {
        PumaEvent started = request.started();
        return started.host().equals(event.host()) && started.service().equals(event.service());
    }

    /** Requests stand in the order of their beginnings, so the first are the oldest. */
    private void forgetUntil(long millis, LineJoin.Out out) {
        while (!open.isEmpty()) {
            OpenRequest first = open.get(0);
            long patience = first.done() ? LineJoin.MAX_MILLIS : MAX_MILLIS;
            if (first.streamMillis() >= millis - patience) {
                return;
            }
            forget(open.remove(0), out);
        }
    }

    /** The oldest request that has ended, else the oldest. */
    private int firstDone() {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).done()) {
                return i;
            }
        }
        return 0;
    }

    private static boolean exception(PumaEvent event) {
        return event.error() != null && event.error().action().equals(RailsException.ACTION);
    }

    private static boolean part(Unparsed line) {
        return Unreadable.RAILS.text().equals(line.reason());
    }

    private static void forget(OpenRequest request, LineJoin.Out out) {
        if (request.done()) {
            return;
        }
        PumaEvent started = request.started();
        var line = new Unparsed(Unreadable.RAILS.text(), EventLine.of(started));
        out.event(
                PumaEvent.of(origin(started), started.timestampMillis(), line)
                        .without(started.redacted()),
                request.streamMillis());
    }

    private static PumaEvent of(Access access, PumaEvent event, ErrorReport error) {
        ErrorReport known =
                new ErrorReport(
                        error.action(),
                        error.type(),
                        error.message(),
                        access.method(),
                        access.path(),
                        access.clientAddress(),
                        access.endpoint(),
                        error.stackTrace(),
                        error.requestId());
        return PumaEvent.of(origin(event), event.timestampMillis(), known)
                .without(event.redacted());
    }

    private static Origin origin(PumaEvent event) {
        return new Origin(event.service(), event.host(), event.position());
    }
}
