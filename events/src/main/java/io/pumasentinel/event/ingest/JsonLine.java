package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is one JSON object: a request as lograge, logstasher, Semantic Logger, an ECS logger
 * or a configured one writes it, an error, a poll of Puma's control server, or a wrapper around
 * another line. Told apart by their keys, which an application's users do not choose.
 */
final class JsonLine {

    private final JsonFieldMap configured;
    private final FieldTree fields;
    private final KnownAgents agents;
    private final AccessAssembly assembly;
    private final Redaction redaction;

    JsonLine(AccessAssembly assembly, Redaction redaction, JsonFieldMap configured) {
        this.assembly = assembly;
        this.redaction = redaction;
        this.configured = configured;
        this.agents = new KnownAgents(redaction);
        this.fields = KnownFields.tree(configured);
    }

    /** What was found: events, a line inside, or the reason why there is neither. */
    record Found(List<PumaEvent> events, @Nullable Wrapped inner, Unreadable reason) {

        private static Found nothing(Unreadable reason) {
            return new Found(List.of(), null, reason);
        }

        private static Found of(List<PumaEvent> events) {
            return new Found(events, null, Unreadable.FOREIGN_JSON);
        }
    }

    /**
     * @param wrapped whether the line stood in a wrapper, which named its origin
     */
    Found parse(byte[] b, int from, int to, Origin origin, boolean wrapped) {
        if (!Utf8.isValid(b, from, to)) {
            return Found.nothing(Unreadable.BROKEN_JSON);
        }
        JsonRecord record = new JsonRecord(fields.size(), configured, agents);
        try {
            JsonCursor json = new JsonCursor(b, from, to);
            JsonFields.read(json, fields, record);
            int after = json.rest();
            if (after >= 0) {
                boolean more = after == '{';
                return Found.nothing(more ? Unreadable.SEVERAL_RECORDS : Unreadable.BROKEN_JSON);
            }
        } catch (BrokenJsonException e) {
            return Found.nothing(Unreadable.BROKEN_JSON);
        }
        return record.repeated
                ? Found.nothing(Unreadable.REPEATED_KEY)
                : found(record, origin, wrapped);
    }

    private Found found(JsonRecord record, Origin given, boolean wrapped) {
        Origin origin = record.origin(given, wrapped);
        long millis = record.times.lineMillis();
        if (record.isStats()) {
            return Found.of(record.stats.events(origin, millis));
        }
        if (record.gc.seen()) {
            return Found.of(List.of(record.gc.event(origin, millis, record.stats)));
        }
        if (record.request.complete()) {
            return Found.of(request(record, origin));
        }
        if (record.isWrapper()) {
            return inner(record, given, millis);
        }
        if (record.error.seen()) {
            return Found.of(List.of(error(record, origin, millis, "app-error")));
        }
        if (record.error.logger) {
            return record.error.severe() && !record.envelope.message().isEmpty()
                    ? Found.of(List.of(error(record, origin, millis, "app-log")))
                    : Found.nothing(Unreadable.APPLICATION);
        }
        return record.envelope.message().isEmpty()
                ? Found.nothing(Unreadable.FOREIGN_JSON)
                : inner(record, given, millis);
    }

    private Found inner(JsonRecord record, Origin given, long millis) {
        JsonEnvelope envelope = record.envelope;
        var inner =
                new Wrapped(
                        envelope.line(),
                        record.innerOrigin(given),
                        millis,
                        envelope.piece(),
                        envelope.stream());
        return new Found(List.of(), inner, Unreadable.FOREIGN_JSON);
    }

    /** The request, and beside it the error with which it ended, if the line tells one. */
    private List<PumaEvent> request(JsonRecord record, Origin origin) {
        RequestDraft draft = record.finished();
        boolean atStart = record.request.stampedAtStart();
        long millis = record.times.endMillis(atStart, draft.durationNanos);
        Access access = assembly.of(draft);
        PumaEvent request = PumaEvent.of(origin, millis, access);
        if (!record.error.seen()) {
            return List.of(request);
        }
        ErrorReport report =
                new ErrorReport(
                        "request-error",
                        record.error.type(),
                        redaction.text(record.error.message()),
                        access.method(),
                        access.path(),
                        access.clientAddress(),
                        access.endpoint(),
                        trace(record.error),
                        access.requestId());
        return List.of(request, PumaEvent.of(origin, millis, report));
    }

    private PumaEvent error(JsonRecord record, Origin origin, long millis, String action) {
        JsonError error = record.error;
        String message = error.message();
        if (message.isEmpty()) {
            String said = record.envelope.message();
            message = LogText.of(JsonText.cut(said, JsonError.MAX_CHARS));
        }
        String id = record.request.draft.requestId;
        ErrorReport report =
                new ErrorReport(
                        action,
                        error.type(),
                        redaction.text(message),
                        null,
                        null,
                        assembly.client(record.person.addresses()),
                        null,
                        trace(error),
                        id == null ? null : redaction.text(JsonText.cut(id, 1024)));
        return PumaEvent.of(origin, millis, report);
    }

    private @Nullable String trace(JsonError error) {
        String trace = error.trace();
        return trace == null ? null : Backtrace.redacted(trace, redaction);
    }
}
