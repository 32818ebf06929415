package io.pumasentinel.job.sink;

import io.pumasentinel.elasticsearch.BulkOperation;
import io.pumasentinel.elasticsearch.RejectionHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dead letter of a document that Elasticsearch will never take. It goes to the dead
 * letters of the document's own day (alerts: the first of their month), under the document's id.
 */
final class RejectedDocuments implements RejectionHandler {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CHARACTERS = 4096;

    private final String prefix;
    private transient @Nullable DocumentBuffer buffer;

    RejectedDocuments(IndexNames names) {
        this.prefix = names.deadLetterPrefix();
    }

    @Override
    public Optional<BulkOperation> deadLetter(BulkOperation rejected, int status, String reason) {
        String date = rejected.index().substring(rejected.index().lastIndexOf('-') + 1);
        String day = date.length() == "yyyy.MM".length() ? date + ".01" : date;
        String text = new String(rejected.source(), StandardCharsets.UTF_8);
        byte[] document =
                buffer().document(
                                (json, time) -> {
                                    json.writeStringField(
                                            "@timestamp", day.replace('.', '-') + "T00:00:00.000Z");
                                    json.writeObjectFieldStart("event");
                                    json.writeStringField("kind", "pipeline_error");
                                    json.writeStringField("dataset", "puma.dead_letter");
                                    json.writeStringField(
                                            "reason", "rejected by elasticsearch: " + status);
                                    json.writeStringField(
                                            "original", DocumentIds.start(text, MOST_CHARACTERS));
                                    json.writeEndObject();
                                    JsonFields.nested(json, "error", "message", reason);
                                });
        return Optional.of(
                BulkOperation.create(prefix + day, DocumentIds.bounded(rejected.id()), document));
    }

    private DocumentBuffer buffer() {
        DocumentBuffer made = buffer;
        if (made == null) {
            made = new DocumentBuffer();
            buffer = made;
        }
        return made;
    }
}
