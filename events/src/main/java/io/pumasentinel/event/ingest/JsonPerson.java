package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a JSON line says of who sent a request, from where, and how long it waited. */
final class JsonPerson {

    private static final String SEPARATOR = ", ";

    private final RequestDraft draft;
    private final JsonFieldMap configured;
    private String forwarded = "";
    private String client = "";
    private String source = "";
    private long proxyNanos = EpochNumber.NONE;

    JsonPerson(RequestDraft draft, JsonFieldMap configured) {
        this.draft = draft;
        this.configured = configured;
    }

    void value(JsonField field, FieldTree node, JsonParser parser) throws IOException {
        boolean wins = node.configured;
        switch (field) {
            case FORWARDED -> forwarded = joined(forwarded, JsonText.whole(parser));
            case CLIENT -> {
                if (client.isEmpty() || wins) {
                    client = JsonText.whole(parser);
                }
            }
            case SOURCE -> {
                if (source.isEmpty() || wins) {
                    source = JsonText.whole(parser);
                }
            }
            case REQUEST_START -> {
                if (proxyNanos == EpochNumber.NONE || wins) {
                    proxyNanos = EpochNumber.nanos(parser.getText());
                }
            }
            case QUEUE -> {
                TimeUnitName unit = wins ? configured.queueUnit() : TimeUnitName.MS;
                draft.queueNanos = QueueTime.plausible(JsonDuration.nanos(parser, unit));
            }
            default -> named(field, parser, wins);
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

    private static String joined(String list, String further) {
        return list.isEmpty() || further.isEmpty() ? list + further : list + SEPARATOR + further;
    }

    private void named(JsonField field, JsonParser parser, boolean wins) throws IOException {
        switch (field) {
            case USER -> draft.user = kept(draft.user, parser, wins);
            case USER_AGENT -> draft.userAgent = kept(draft.userAgent, parser, wins);
            case REQUEST_ID -> draft.requestId = kept(draft.requestId, parser, wins);
            case TRACE_ID -> draft.traceId = kept(draft.traceId, parser, wins);
            case DOMAIN -> draft.domain = kept(draft.domain, parser, wins);
            case REFERRER -> draft.referrer = kept(draft.referrer, parser, wins);
            case LOCATION -> draft.location = kept(draft.location, parser, wins);
            default -> {}
        }
    }

    private static String kept(@Nullable String before, JsonParser parser, boolean wins)
            throws IOException {
        return before == null || wins ? JsonText.whole(parser) : before;
    }
}
