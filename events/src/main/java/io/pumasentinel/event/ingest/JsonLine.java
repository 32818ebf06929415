package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is one JSON object: a request as lograge, logstasher, Semantic Logger, an ECS logger
 * or a configured one writes it, an error, a poll of Puma's control server, or a wrapper around
 * another line. Told apart by their keys, which an application's users do not choose.
 */
final class JsonLine {

    private static final int DEEPEST = 100;

    private final JsonFactory factory =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();
    private final JsonFieldMap configured;
    private final FieldTree fields;
    private final AccessAssembly assembly;
    private final Redaction redaction;

    JsonLine(AccessAssembly assembly, Redaction redaction, JsonFieldMap configured) {
        this.assembly = assembly;
        this.redaction = redaction;
        this.configured = configured;
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
        // Jackson's table of names takes bytes that are no UTF-8 for names that it has seen.
        if (!Utf8.isValid(b, from, to)) {
            return Found.nothing(Unreadable.BROKEN_JSON);
        }
        JsonRecord record = new JsonRecord(fields.size(), configured);
        try (JsonParser parser = factory.createParser(b, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Found.nothing(Unreadable.BROKEN_JSON);
            }
            JsonFields.read(parser, fields, record);
            JsonToken after = parser.nextToken();
            if (after != null) {
                boolean more = after == JsonToken.START_OBJECT;
                return Found.nothing(more ? Unreadable.SEVERAL_RECORDS : Unreadable.BROKEN_JSON);
            }
        } catch (IOException e) {
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
