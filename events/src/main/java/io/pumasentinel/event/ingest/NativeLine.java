package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * Puma's own access line, and Rack::CommonLogger's, which has the same shape. It is read from the
 * right: the address at its left end is the client's text and may imitate a whole line.
 */
final class NativeLine {

    private static final int FRACTION_DIGITS = 4;
    private static final long NANOS_PER_UNIT = 100_000;
    private static final int MAX_SECONDS_DIGITS = 9;

    private final AccessAssembly assembly;
    private final KnownRequests known;
    private final LastTime times = new LastTime();

    NativeLine(AccessAssembly assembly) {
        this.assembly = assembly;
        this.known = new KnownRequests(assembly);
    }

    /** The request that {@code b[from, to)} tells; null if it is no access line. */
    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        if (to - from < 40 || !Tail.digit(b[to - 1])) {
            return null;
        }
        RequestDraft draft = new RequestDraft();
        int lengthEnd = duration(b, from, to, draft);
        int statusEnd = lengthEnd < 0 ? -1 : Tail.responseLength(b, from, lengthEnd, draft);
        int quote = statusEnd < 0 ? -1 : Tail.status(b, from, statusEnd, draft);
        RequestHead head = quote < 0 ? null : RequestHead.find(b, from, quote, false, times);
        if (head == null || !head.client(b, from)) {
            return null;
        }
        return PumaEvent.of(origin, head.timeMillis, access(b, head, statusEnd, draft));
    }

    private Access access(byte[] b, RequestHead head, int statusEnd, RequestDraft draft) {
        Access same = head.named(b) ? null : known.find(b, head.methodAt, statusEnd);
        if (same != null) {
            draft.pid = head.pid;
            return known.again(same, b, head, draft);
        }
        head.fill(b, draft);
        Access access = assembly.of(draft);
        known.keep(b, head.methodAt, statusEnd, access, draft);
        return access;
    }

    /** Reads {@code " 0.0142"}; where the blank stands, or -1. */
    private static int duration(byte[] b, int from, int to, RequestDraft draft) {
        int dot = to - 1 - FRACTION_DIGITS;
        if (dot <= from || b[dot] != '.') {
            return -1;
        }
        long value = 0;
        long factor = 1;
        int i = to - 1;
        while (i > from && (Tail.digit(b[i]) || i == dot)) {
            if (i != dot) {
                value += factor * (b[i] - '0');
                factor *= 10;
            }
            i--;
            if (to - i > MAX_SECONDS_DIGITS + FRACTION_DIGITS + 2) {
                return -1;
            }
        }
        boolean negative = b[i] == '-';
        i -= negative ? 1 : 0;
        draft.durationNanos = negative ? -1 : value * NANOS_PER_UNIT;
        return i > from && b[i] == ' ' && i < dot - 1 ? i : -1;
    }
}
