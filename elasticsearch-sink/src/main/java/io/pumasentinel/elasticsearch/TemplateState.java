package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How something stored in a cluster compares with this release's.
 *
 * @param kind the comparison's result
 * @param told what differs, for people; empty if nothing does
 */
record TemplateState(Kind kind, String told) {

    private static final int MOST_DIFFERENCES = 3;

    /** The result of a comparison. */
    enum Kind {
        MISSING,
        SAME,
        OLDER,
        NEWER,
        /** The same version with other content: somebody changed it by hand. */
        CHANGED
    }

    /**
     * Compares.
     *
     * @param template this release's, for its version and kind
     * @param body as the cluster's edition takes it
     * @param stored as the cluster holds it; a missing node if it does not
     */
    static TemplateState of(Template template, JsonNode body, JsonNode stored) {
        if (stored.isMissingNode() || stored.isEmpty()) {
            return new TemplateState(Kind.MISSING, "missing");
        }
        int there = template.version(stored);
        int own = template.version();
        if (there != own) {
            return there < own
                    ? new TemplateState(Kind.OLDER, "version " + there + " instead of " + own)
                    : new TemplateState(Kind.NEWER, "version " + there + ", this release's " + own);
        }
        List<String> differences =
                template.kind().isExact()
                        ? NormalForm.of(body).differences(NormalForm.of(stored))
                        : NormalForm.of(body).lacking(NormalForm.of(stored));
        return differences.isEmpty()
                ? new TemplateState(Kind.SAME, "")
                : new TemplateState(Kind.CHANGED, "changed by hand (" + some(differences) + ")");
    }

    private static String some(List<String> differences) {
        int more = differences.size() - MOST_DIFFERENCES;
        String first = String.join(", ", differences.stream().limit(MOST_DIFFERENCES).toList());
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
