package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * The combined format of a proxy in front: {@code address - user [time] "request" status bytes
 * "referer" "agent"}, optionally with a quoted forwarded list and the request's seconds at the end;
 * also the common format, which ends after the bytes.
 */
final class CombinedLine {

    private static final int SHORTEST = 40;
    private static final int MOST_QUOTED = 3;
    private static final int LONGEST_SECONDS = 16;

    private final AccessAssembly assembly;
    private final LastTime times = new LastTime();

    CombinedLine(AccessAssembly assembly) {
        this.assembly = assembly;
    }

    /** The request that {@code b[from, to)} tells; null if it is no such line. */
    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        if (to - from < SHORTEST) {
            return null;
        }
        RequestDraft draft = new RequestDraft();
        int end = seconds(b, from, to, draft);
        int[] quoted = new int[2 * MOST_QUOTED];
        int count = 0;
        while (count < MOST_QUOTED && end - from >= SHORTEST && b[end - 1] == '"') {
            int open = opening(b, from, end - 1);
            if (open < 0) {
                return null;
            }
            quoted[2 * count] = open + 1;
            quoted[2 * count + 1] = end - 1;
            end = open - 1;
            count++;
        }
        boolean shaped = end - from >= SHORTEST && count != 1 && (count > 0 || end == to);
        RequestHead head = shaped ? head(b, from, end, draft, count > 0) : null;
        if (head == null || !head.fill(b, from, draft)) {
            return null;
        }
        agentAndList(b, quoted, count, draft);
        return PumaEvent.of(origin, head.timeMillis, assembly.of(draft));
    }

    private @Nullable RequestHead head(
            byte[] b, int from, int end, RequestDraft draft, boolean lenient) {
        int at = Tail.responseLength(b, from, end, draft);
        at = at < 0 ? -1 : Tail.status(b, from, at, draft);
        return at < 0 ? null : RequestHead.find(b, from, at, lenient, times);
    }

    /** The last quoted text is the agent, with three of them the list, and the agent before it. */
    private static void agentAndList(byte[] b, int[] quoted, int count, RequestDraft draft) {
        int agent = count == MOST_QUOTED ? 2 : 0;
        if (count > 0 && !dash(b, quoted[agent], quoted[agent + 1])) {
            draft.userAgent = LogText.of(b, quoted[agent], quoted[agent + 1]);
        }
        if (count == MOST_QUOTED && !dash(b, quoted[0], quoted[1])) {
            draft.addresses = LogText.of(b, quoted[0], quoted[1]) + ", " + draft.addresses;
        }
    }

    /** Reads trailing seconds after a quoted text, if they are there; the end of the rest. */
    private static int seconds(byte[] b, int from, int to, RequestDraft draft) {
        int i = to - 1;
        int dot = -1;
        while (i > from
                && to - i < LONGEST_SECONDS
                && (Tail.digit(b[i]) || (b[i] == '.' && dot < 0))) {
            dot = b[i] == '.' ? i : dot;
            i--;
        }
        boolean found = dot > i + 1 && dot < to - 1 && b[i] == ' ' && b[i - 1] == '"';
        if (!found) {
            return to;
        }
        long nanos = 0;
        long unit = 1_000_000_000L;
        for (int at = i + 1; at < to; at++) {
            if (at > dot) {
                unit /= 10;
                nanos += (b[at] - '0') * unit;
            } else if (at < dot) {
                nanos = nanos * 10 + (b[at] - '0') * unit;
            }
        }
        draft.durationNanos = nanos;
        return i;
    }

    /** The quote that opens the text closed at {@code close}; a blank precedes it. */
    private static int opening(byte[] b, int from, int close) {
        for (int i = close - 1; i > from; i--) {
            if (b[i] == '"' && b[i - 1] == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static boolean dash(byte[] b, int from, int to) {
        return to == from || (to == from + 1 && b[from] == '-');
    }
}
