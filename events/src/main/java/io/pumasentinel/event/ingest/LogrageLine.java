package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lograge's {@code method=GET path=/x … status=200 duration=22.45}, with or without the prefix of
 * Ruby's logger. No time of its own. Of a message with line ends only the first line is here, and
 * then no duration either.
 */
final class LogrageLine {

    private static final String FIRST = "method=";
    private static final double NANOS_PER_MILLI = 1e6;

    private final AccessAssembly assembly;

    LogrageLine(AccessAssembly assembly) {
        this.assembly = assembly;
    }

    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        int at = RubyLog.of(b, from, to).textAt();
        if (to - at < FIRST.length() || b[at] != 'm' || b[at + 6] != '=') {
            return null;
        }
        String text = LogText.of(b, at, to);
        if (!text.startsWith(FIRST) || !text.contains(" status=")) {
            return null;
        }
        Draft draft = new Draft();
        int i = 0;
        while (i < text.length()) {
            int equals = text.indexOf('=', i);
            if (equals < 0) {
                break;
            }
            int end = valueEnd(text, equals + 1);
            draft.field(text.substring(i, equals), text.substring(equals + 1, end));
            i = end + 1;
        }
        if (draft.request.status < 0 || draft.request.path.isEmpty()) {
            return null;
        }
        Access access = assembly.of(draft.request);
        return PumaEvent.of(origin, PumaEvent.NO_TIME, RouteOf.apply(access, draft.route()));
    }

    /** Values are not escaped: a quoted one ends at a quote before a blank or the end. */
    private static int valueEnd(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '\'') {
            int blank = text.indexOf(' ', from);
            return blank < 0 ? text.length() : blank;
        }
        int quote = text.indexOf("' ", from + 1);
        return quote < 0 ? text.length() : quote + 1;
    }

    private static final class Draft {
        private final RequestDraft request = new RequestDraft();
        private String controller = "";
        private String action = "";

        void field(String key, String value) {
            switch (key) {
                case "method" -> request.method = LogText.cut(value, 20);
                case "path" -> request.target(value);
                case "controller" -> controller = value;
                case "action" -> action = value;
                case "status" -> request.status = status(value);
                case "duration" -> request.durationNanos = nanos(value);
                case "request_id" -> request.requestId = value;
                case "location" -> request.location = value;
                case "ip", "remote_ip" -> request.addresses = value;
                default -> {}
            }
        }

        String route() {
            return RouteOf.of(controller, action);
        }

        private static int status(String value) {
            boolean digits =
                    value.length() == 3 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits ? Integer.parseInt(value) : -1;
        }

        private static long nanos(String value) {
            double millis = RailsNumbers.decimal(value);
            return millis >= 0 && millis < 1e12 ? Math.round(millis * NANOS_PER_MILLI) : -1;
        }
    }
}
