package io.pumasentinel.event.ingest;

import io.pumasentinel.event.AuthOutcome;
import org.jspecify.annotations.Nullable;

/** What a JSON line says of who sent a request, from where, and how long it waited. */
final class JsonPerson {

    private static final String SEPARATOR = ", ";

    private final RequestDraft draft;
    private final JsonFieldMap configured;
    private final KnownAgents agents;
    private String forwarded = "";
    private String client = "";
    private String source = "";
    private long proxyNanos = LogTime.NONE;

    JsonPerson(RequestDraft draft, JsonFieldMap configured, KnownAgents agents) {
        this.agents = agents;
        this.draft = draft;
        this.configured = configured;
    }

    void value(JsonField field, FieldTree node, JsonCursor json) {
        boolean wins = node.configured;
        switch (field) {
            case FORWARDED -> forwarded = joined(forwarded, json.visible());
            case CLIENT -> {
                if (client.isEmpty() || wins) {
                    client = json.visible();
                }
            }
            case SOURCE -> {
                if (source.isEmpty() || wins) {
                    source = json.visible();
                }
            }
            case REQUEST_START -> {
                if (proxyNanos == LogTime.NONE || wins) {
                    proxyNanos = EpochNumber.nanos(json.text());
                }
            }
            case QUEUE -> {
                TimeUnitName unit = wins ? configured.queueUnit() : TimeUnitName.MS;
                draft.queueNanos = QueueTime.plausible(JsonDuration.nanos(json, unit));
            }
            case AUTH -> draft.auth = outcome(json.text());
            default -> named(field, json, wins);
        }
    }

    /** Puts together what the fields say of the client. */
    void finish(long startNanos) {
        draft.addresses = joined(forwarded.isEmpty() ? client : forwarded, source);
        draft.forged = Forgery.inAddress(draft.addresses);
        if (draft.queueNanos == QueueTime.UNKNOWN) {
            draft.queueNanos = QueueTime.between(proxyNanos, startNanos);
        }
    }

    /** The client's addresses outside a request. */
    String addresses() {
        return client;
    }

    /** Null for a word that is none of them. */
    private static @Nullable AuthOutcome outcome(String word) {
        return switch (word) {
            case "success" -> AuthOutcome.SUCCESS;
            case "failure" -> AuthOutcome.FAILURE;
            case "attempt" -> AuthOutcome.ATTEMPT;
            default -> null;
        };
    }

    private static String joined(String list, String further) {
        return list.isEmpty() || further.isEmpty() ? list + further : list + SEPARATOR + further;
    }

    private void named(JsonField field, JsonCursor json, boolean wins) {
        switch (field) {
            case USER -> draft.user = kept(draft.user, json, wins);
            case USER_AGENT -> {
                if (draft.userAgent == null || wins) {
                    agents.read(json, draft);
                }
            }
            case REQUEST_ID -> draft.requestId = kept(draft.requestId, json, wins);
            case TRACE_ID -> draft.traceId = kept(draft.traceId, json, wins);
            case DOMAIN -> draft.domain = kept(draft.domain, json, wins);
            case REFERRER -> draft.referrer = kept(draft.referrer, json, wins);
            case LOCATION -> draft.location = kept(draft.location, json, wins);
            default -> {}
        }
    }

    private static String kept(@Nullable String before, JsonCursor json, boolean wins) {
        return before == null || wins ? json.visible() : before;
    }
}
