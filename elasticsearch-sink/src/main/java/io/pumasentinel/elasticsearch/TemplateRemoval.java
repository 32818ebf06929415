package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes away what a set-up installed, what needs others before what it needs. */
final class TemplateRemoval {

    private final TemplateStore store;
    private final Edition edition;

    TemplateRemoval(RestCalls calls, Edition edition) {
        this.store = new TemplateStore(calls);
        this.edition = edition;
    }

    /**
     * Removes templates.
     *
     * @param templates in the order of their installation
     * @param indices the indices that stay, for the report
     */
    RemovalReport remove(List<Template> templates, List<String> indices) throws IOException {
        List<Template> backwards = new ArrayList<>(templates);
        Collections.reverse(backwards);
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Template template : backwards) {
            JsonNode stored =
                    edition.takes(template) ? store.read(template) : MissingNode.getInstance();
            if (stored.isMissingNode()) {
                continue;
            }
            Optional<String> refusal =
                    template.isOurs(stored)
                            ? store.delete(template)
                            : Optional.of("not made by " + Template.MANAGED_BY);
            refusal.ifPresentOrElse(
                    reason -> left.add(template.label() + ": " + reason),
                    () -> removed.add(template.label()));
        }
        return new RemovalReport(removed, left, indices);
    }
}
