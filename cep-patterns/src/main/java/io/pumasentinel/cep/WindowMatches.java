package io.pumasentinel.cep;

import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matches of a window, one view for each metric; classified here, windows are few. */
final class WindowMatches implements SignalMatches<EndpointWindow> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleSource> rules;
    private transient @Nullable Classifier classifier;

    WindowMatches(List<RuleSource> rules) {
        this.rules = new ArrayList<>(rules);
    }

    @Override
    public void forEach(EndpointWindow window, Sink sink) {
        if (window.partial()) {
            return;
        }
        for (EventView view : Views.of(window)) {
            for (String ruleId : classifier().classify(view).ruleIds()) {
                sink.matched(view, ruleId);
            }
        }
    }

    private Classifier classifier() {
        Classifier known = classifier;
        if (known == null) {
            try {
                known = new Classifier(RuleLoader.load(rules));
            } catch (InvalidRules e) {
                throw new IllegalStateException("rules were valid when the job was submitted", e);
            }
            classifier = known;
        }
        return known;
    }
}
