package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
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

    JsonRecord(int nodes, JsonFieldMap configured, KnownAgents agents) {
        this.seen = new long[(nodes + 63) >>> 6];
        this.request = new JsonRequest(configured);
        this.person = new JsonPerson(request.draft, configured, agents);
    }

    /** A field at the top of the line; null if it is none that is known. */
    void top(@Nullable FieldTree node) {
        envelope.top(node);
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

    void value(JsonField field, FieldTree node, JsonCursor json) {
        switch (field.group) {
            case TIME -> time(field, node, json);
            case REQUEST -> request.value(field, node, json);
            case PERSON -> person.value(field, node, json);
            case ERROR -> error.value(field, json);
            case ORIGIN -> origin(field, json);
            case ENVELOPE -> envelope.value(field, json);
            case STATS -> stats.value(node.path, json);
            case GC -> gc.value(node.path, json);
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

    private void time(JsonField field, FieldTree node, JsonCursor json) {
        times.value(field, json);
        boolean number = json.isWhole();
        if (number && node.path.equals(GcDraft.TIME)) {
            gc.bareTime(json);
        }
    }

    private void origin(JsonField field, JsonCursor json) {
        switch (field) {
            case PID -> {
                int pid = (int) JsonNumbers.whole(json, -1, Integer.MAX_VALUE);
                request.draft.pid = pid;
                stats.pid = pid;
            }
            case SERVICE -> service = JsonText.name(json);
            case HOST -> host = host.isEmpty() ? JsonText.name(json) : host;
            case POD -> pod = JsonText.name(json);
            default -> stats.mode = JsonText.name(json);
        }
    }

    private static String chosen(String given, String said, boolean wins) {
        boolean open = given.isEmpty() || given.equals(UNNAMED);
        return said.isEmpty() || !(wins || open) ? given : said;
    }
}
