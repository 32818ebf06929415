package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumasentinel.event.Origin;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON line while it is read: each field goes to whom it concerns. */
final class JsonRecord {

    /** What stands where no host or service is configured. */
    private static final String UNNAMED = "default";

    final JsonTimes times = new JsonTimes();
    final JsonRequest request;
    final JsonPerson person;
    final JsonError error = new JsonError();
    final JsonEnvelope envelope = new JsonEnvelope();
    final StatsDraft stats = new StatsDraft();
    final GcDraft gc = new GcDraft();

    /** Whether a known field came twice. */
    boolean repeated;

    private final long[] seen;
    private String host = "";
    private String pod = "";
    private String service = "";

    JsonRecord(int nodes, JsonFieldMap configured) {
        this.seen = new long[(nodes + 63) >>> 6];
        this.request = new JsonRequest(configured);
        this.person = new JsonPerson(request.draft, configured);
    }

    /** A field at the top of the line; null if it is none that is known. */
    void top(@Nullable FieldTree node) {
        envelope.top();
        if (node != null && node.field == JsonField.ATTRIBUTES) {
            envelope.open(JsonField.ATTRIBUTES);
        }
    }

    /** An object begins under a known name. */
    void open(FieldTree node) {
        stats.open(node.path);
        gc.enveloped |= node.path.equals("gc_stats");
    }

    /** Marks a field as seen, once a line. */
    void once(FieldTree node) {
        long bit = 1L << (node.id & 63);
        repeated |= (seen[node.id >>> 6] & bit) != 0;
        seen[node.id >>> 6] |= bit;
    }

    void value(JsonField field, FieldTree node, JsonParser parser) throws IOException {
        switch (field.group) {
            case TIME -> time(field, node, parser);
            case REQUEST -> request.value(field, node, parser);
            case PERSON -> person.value(field, node, parser);
            case ERROR -> error.value(field, parser);
            case ORIGIN -> origin(field, parser);
            case ENVELOPE -> envelope.value(field, parser);
            case STATS -> stats.value(node.path, parser);
            case GC -> gc.value(node.path, parser);
        }
    }

    /** Whether the line is a poll of {@code /stats}, in its envelope or bare. */
    boolean isStats() {
        return stats.seen || (stats.bare() && request.draft.method.isEmpty());
    }

    /**
     * Whether the line inside is as a runtime got it. Beside a level, a field that is called {@code
     * log} may be an application's text, unless a container's fields are there too.
     */
    boolean isWrapper() {
        boolean container = envelope.contained() || !pod.isEmpty();
        return envelope.isRaw() && (container || !error.logger);
    }

    /**
     * The origin with what the record itself says of it.
     *
     * @param wrapped whether a wrapper was there, whose word then counts more
     */
    Origin origin(Origin given, boolean wrapped) {
        boolean own = !wrapped;
        return new Origin(
                chosen(given.service(), service, own),
                chosen(given.host(), request.rails ? "" : host, own),
                given.position());
    }

    /** The origin of the line inside this record: configured names stay. */
    Origin innerOrigin(Origin given) {
        return new Origin(
                chosen(given.service(), service, false),
                chosen(given.host(), pod.isEmpty() ? host : pod, false),
                given.position());
    }

    /** The request as it is handed on; rails loggers say {@code host} and mean the client's. */
    RequestDraft finished() {
        RequestDraft draft = request.finished();
        if (request.rails && draft.domain == null && !host.isEmpty()) {
            draft.domain = host;
        }
        person.finish(times.startNanos(request.stampedAtStart(), draft.durationNanos));
        return draft;
    }

    private void time(JsonField field, FieldTree node, JsonParser parser) throws IOException {
        times.value(field, parser);
        boolean number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        if (number && node.path.equals(GcDraft.TIME)) {
            gc.bareTime(parser);
        }
    }

    private void origin(JsonField field, JsonParser parser) throws IOException {
        switch (field) {
            case PID -> {
                int pid = (int) JsonNumbers.whole(parser, -1, Integer.MAX_VALUE);
                request.draft.pid = pid;
                stats.pid = pid;
            }
            case SERVICE -> service = JsonText.name(parser);
            case HOST -> host = host.isEmpty() ? JsonText.name(parser) : host;
            case POD -> pod = JsonText.name(parser);
            default -> stats.mode = JsonText.name(parser);
        }
    }

    private static String chosen(String given, String said, boolean wins) {
        boolean open = given.isEmpty() || given.equals(UNNAMED);
        return said.isEmpty() || !(wins || open) ? given : said;
    }
}
