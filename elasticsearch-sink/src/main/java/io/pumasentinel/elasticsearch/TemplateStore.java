package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;

/** Reads, writes and deletes what the templates become in a cluster. */
final class TemplateStore {

    private static final String STOP =
            "/_stop?force=true&wait_for_completion=true&allow_no_match=true&timeout=30s";

    private final RestCalls calls;

    TemplateStore(RestCalls calls) {
        this.calls = calls;
    }

    /** What stands in a template's place; a missing node if nothing does. */
    JsonNode read(Template template) throws IOException {
        RestCalls.Answer answer = calls.call("GET", template.path(), null);
        if (answer.status() == 404) {
            return MissingNode.getInstance();
        }
        answer.orThrow("read the " + template.label());
        return template.kind().stored(answer.json(), template.name());
    }

    /**
     * Makes it so.
     *
     * @param exists whether something stands in its place
     */
    void write(Template template, JsonNode body, boolean exists) throws IOException {
        String query = "";
        if (template.kind() == Template.Kind.TRANSFORM) {
            // One that exists cannot be replaced, and its source may have no index yet.
            if (exists) {
                delete(template);
            }
            query = "?defer_validation=true";
        }
        calls.call("PUT", template.path() + query, body.toString())
                .orThrow("install the " + template.label());
        start(template);
    }

    /** Makes a transform work; does nothing for what does not need it, or works. */
    void start(Template template) throws IOException {
        if (template.kind() == Template.Kind.TRANSFORM) {
            RestCalls.Answer answer = calls.call("POST", template.path() + "/_start", null);
            if (answer.status() != 409) {
                answer.orThrow("start the " + template.label());
            }
        }
    }

    /** Deletes it; why that was refused, if it was because something uses it. */
    Optional<String> delete(Template template) throws IOException {
        if (template.kind() == Template.Kind.TRANSFORM) {
            calls.call("POST", template.path() + STOP, null)
                    .orThrow("stop the " + template.label());
        }
        RestCalls.Answer answer = calls.call("DELETE", template.path(), null);
        if (answer.status() == 400 || answer.status() == 409) {
            return Optional.of(ErrorCause.ofBody(answer.body()).sentence());
        }
        answer.orThrow("remove the " + template.label());
        return Optional.empty();
    }
}
