package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings a cluster's templates and policies to this release, and tells where they are not. */
final class TemplateInstallation {

    private final TemplateStore store;
    private final Edition edition;

    TemplateInstallation(RestCalls calls, Edition edition) {
        this.store = new TemplateStore(calls);
        this.edition = edition;
    }

    /** Installs what is missing, older or changed. */
    SetupReport install(List<Template> templates) throws IOException {
        List<String> installed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Template template : templates) {
            if (!edition.takes(template)) {
                continue;
            }
            JsonNode body = edition.adapt(template);
            TemplateState state = TemplateState.of(template, body, store.read(template));
            if (state.kind() == TemplateState.Kind.SAME) {
                store.start(template);
                unchanged.add(template.label());
            } else if (isToBeKept(template, state)) {
                kept.add(template.label() + ": " + state.told());
            } else {
                store.write(template, body, state.kind() != TemplateState.Kind.MISSING);
                installed.add(template.label());
            }
        }
        return new SetupReport(installed, unchanged, kept, edition.shortcomings());
    }

    private static boolean isToBeKept(Template template, TemplateState state) {
        return state.kind() == TemplateState.Kind.NEWER
                || (template.kind() == Template.Kind.LIFECYCLE
                        && state.kind() != TemplateState.Kind.MISSING);
    }

    /** One sentence for each that is not as this release has it. */
    List<String> drift(List<Template> templates) throws IOException {
        List<String> drift = new ArrayList<>();
        for (Template template : templates) {
            if (edition.takes(template)) {
                TemplateState state =
                        TemplateState.of(template, edition.adapt(template), store.read(template));
                if (state.kind() != TemplateState.Kind.SAME) {
                    drift.add(template.label() + ": " + state.told());
                }
            }
        }
        return drift;
    }
}
