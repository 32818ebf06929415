package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The part {@code address - user [time] "METHOD target protocol} left of an access line's last
 * quote. The rightmost time that is followed by a request wins, so that a forwarded header cannot
 * put its own line in front; what stands before it is the address, however strange.
 */
final class RequestHead {

    private static final int LONGEST_METHOD = 20;

    /** Where the bracket of the time opens. */
    final int open;

    final int methodAt;
    final int methodEnd;
    final int targetEnd;
    final int protocolAt;
    final int quote;
    final long timeMillis;

    /** Process and address list, once {@link #client} has found them. */
    int pid = -1;

    int addressAt;
    int dash;

    private RequestHead(int open, int methodAt, int[] request, int quote, long timeMillis) {
        this.open = open;
        this.methodAt = methodAt;
        this.methodEnd = request[0];
        this.targetEnd = request[1];
        this.protocolAt = request[2];
        this.quote = quote;
        this.timeMillis = timeMillis;
    }

    /**
     * @param quote the quote that ends the request
     * @param lenient whether a request need not look like Puma's: a proxy logs garbage too
     */
    static @Nullable RequestHead find(
            byte[] b, int from, int quote, boolean lenient, LastTime times) {
        for (int i = quote - 1; i - from >= LogTime.ZONELESS_LENGTH + 3; i--) {
            if (b[i] != '"' || b[i - 1] != ' ' || b[i - 2] != ']') {
                continue;
            }
            int length = timeLength(b, from, i - 2);
            if (length == 0) {
                continue;
            }
            int open = i - 3 - length;
            long millis = times.clf(b, open + 1, length);
            int[] request = millis == LogTime.NONE ? null : request(b, i + 1, quote, lenient);
            if (request != null) {
                return new RequestHead(open, i + 1, request, quote, millis);
            }
        }
        return null;
    }

    /** Fills in everything left of the status; false if no address and user precede the time. */
    boolean fill(byte[] b, int from, RequestDraft draft) {
        boolean found = client(b, from);
        if (found) {
            fill(b, draft);
        }
        return found;
    }

    /** Finds process and address list; false if no address and user precede the time. */
    boolean client(byte[] b, int from) {
        addressAt = PidPrefix.end(b, from, open);
        pid = addressAt == from ? -1 : PidPrefix.value(b, from);
        dash = lastDash(b, addressAt);
        return dash >= 0;
    }

    /** Whether the line names a user. */
    boolean named(byte[] b) {
        int at = dash + 3;
        int end = open - 1;
        return end > at && (end > at + 1 || b[at] != '-');
    }

    /** Fills in everything left of the status, once {@link #client} has found its part. */
    void fill(byte[] b, RequestDraft draft) {
        String addresses = LogText.of(b, addressAt, dash);
        draft.pid = pid;
        draft.addresses = addresses;
        draft.user = named(b) ? LogText.of(b, dash + 3, open - 1) : null;
        draft.method = Methods.of(b, methodAt, methodEnd);
        int targetAt = methodEnd == methodAt ? methodAt : Math.min(methodEnd + 1, targetEnd);
        draft.target(LogText.of(b, targetAt, targetEnd));
        draft.protocol = Methods.protocol(b, protocolAt, quote);
        draft.forged = Forgery.inAddress(addresses) || Forgery.inProtocol(draft.protocol);
    }

    private static int timeLength(byte[] b, int from, int close) {
        int full = close - 1 - LogTime.CLF_LENGTH;
        if (full >= from && b[full] == '[') {
            return LogTime.CLF_LENGTH;
        }
        int zoneless = close - 1 - LogTime.ZONELESS_LENGTH;
        return zoneless >= from && b[zoneless] == '[' ? LogTime.ZONELESS_LENGTH : 0;
    }

    /** Ends of method and target and the protocol's start; null if it is no request. */
    private static int @Nullable [] request(byte[] b, int from, int quote, boolean lenient) {
        int methodEnd = from;
        while (methodEnd < quote
                && methodEnd - from <= LONGEST_METHOD
                && Methods.letter(b[methodEnd])) {
            methodEnd++;
        }
        int length = methodEnd - from;
        boolean method = length > 0 && length <= LONGEST_METHOD && methodEnd < quote;
        if (!method || b[methodEnd] != ' ') {
            return lenient ? new int[] {from, quote, quote} : null;
        }
        int targetEnd = methodEnd + 1;
        while (targetEnd < quote && b[targetEnd] != ' ' && b[targetEnd] != '"') {
            targetEnd++;
        }
        if (targetEnd < quote && b[targetEnd] == ' ') {
            return new int[] {methodEnd, targetEnd, targetEnd + 1};
        }
        return lenient ? new int[] {methodEnd, quote, quote} : null;
    }

    /** The last {@code " - "} before the time, or before the blank that precedes it; -1 if none. */
    private int lastDash(byte[] b, int from) {
        for (int i = open - 4; i >= from; i--) {
            if (b[i] == ' ' && b[i + 1] == '-' && b[i + 2] == ' ') {
                return i;
            }
        }
        return -1;
    }
}
