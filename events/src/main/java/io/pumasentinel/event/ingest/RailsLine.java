package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import org.jspecify.annotations.Nullable;

/**
 * A line of the default Rails log. {@code Started} becomes a request with status {@link
 * Access#STARTED}; {@code Processing}, {@code Completed} and what else a request says become {@link
 * Unreadable#RAILS}: {@link RailsRequests} makes one request of them.
 */
final class RailsLine {

    private static final String STARTED = "Started ";
    private static final String CLIENT = "\" for ";
    private static final String AT = " at ";
    private static final long QUARTER_MILLIS = 15 * 60_000L;

    private final AccessAssembly assembly;
    private final RailsException exceptions;
    private final Redaction redaction;

    RailsLine(AccessAssembly assembly, Redaction redaction) {
        this.assembly = assembly;
        this.redaction = redaction;
        this.exceptions = new RailsException(assembly, redaction);
    }

    /** What {@code b[from, to)} tells; null if it is no line of a Rails request. */
    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        if (from >= to || !possible(b[from])) {
            return null;
        }
        RubyLog log = RubyLog.of(b, from, to);
        int at = log.textAt();
        if (log.fatal() && (at >= to || blank(b, at, to))) {
            ErrorReport announced = RailsException.announced(log.tag());
            return PumaEvent.of(origin, PumaEvent.NO_TIME, announced);
        }
        if (at >= to) {
            return null;
        }
        if (b[at] == 'S' && starts(b, at, to, STARTED)) {
            return started(b, log, to, origin);
        }
        boolean completed = starts(b, at, to, "Completed ");
        if (completed || starts(b, at, to, "Processing by ") || own(b, at, to, log)) {
            String text = redaction.text(LogText.of(b, from, Math.min(to, from + 4096)));
            return PumaEvent.of(
                    origin, PumaEvent.NO_TIME, new Unparsed(Unreadable.RAILS.text(), text));
        }
        ErrorReport report = exceptions.parse(b, at, to, log.tag());
        return report == null ? null : PumaEvent.of(origin, PumaEvent.NO_TIME, report);
    }

    /** A line of the logger between the others; frames carry a tag but no prefix. */
    private static boolean own(byte[] b, int at, int to, RubyLog log) {
        return (log.pid() >= 0 && log.tag() != null)
                || starts(b, at, to, "  Parameters: {")
                || starts(b, at, to, "Redirected to ");
    }

    private @Nullable PumaEvent started(byte[] b, RubyLog log, int to, Origin origin) {
        String text = LogText.of(b, log.textAt() + STARTED.length(), to);
        int client = text.lastIndexOf(CLIENT);
        int at = text.lastIndexOf(AT);
        int quote = text.indexOf(" \"");
        long millis = LogTime.ruby(b, to - LogTime.RUBY_LENGTH, to);
        if (quote <= 0 || client <= quote || at <= client || millis == LogTime.NONE) {
            return null;
        }
        RequestDraft draft = new RequestDraft();
        draft.method = LogText.cut(text.substring(0, quote), 20);
        draft.target(text.substring(quote + 2, client));
        draft.addresses = text.substring(client + CLIENT.length(), at);
        draft.status = Access.STARTED;
        draft.pid = log.pid();
        draft.requestId = log.tag();
        return PumaEvent.of(origin, exact(millis, log.millis()), assembly.of(draft));
    }

    /** The local time's fraction of a second, in the zone that the text names. */
    private static long exact(long millis, long local) {
        if (local == LogTime.NONE) {
            return millis;
        }
        long zone = Math.round((double) (local - millis) / QUARTER_MILLIS) * QUARTER_MILLIS;
        return local - zone;
    }

    /** Every line known here begins with a severity, a tag, or one of these words. */
    private static boolean possible(byte first) {
        return first == '[' || first == ' ' || (first >= 'A' && first <= 'Z');
    }

    private static boolean blank(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] b, int at, int to, String text) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
