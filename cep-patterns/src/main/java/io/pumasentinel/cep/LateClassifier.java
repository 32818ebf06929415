package io.pumasentinel.cep;

import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A classifier that travels as the rules' text and is built where it is first used. */
final class LateClassifier implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleSource> rules;
    private transient @Nullable Classifier classifier;

    LateClassifier(List<RuleSource> rules) {
        this.rules = new ArrayList<>(rules);
    }

    /** Hands every match of the view to {@code sink}. */
    void forEach(EventView view, SignalMatches.Sink sink) {
        List<String> ruleIds = classify(view).ruleIds();
        for (int i = 0; i < ruleIds.size(); i++) {
            sink.matched(view, ruleIds.get(i));
        }
    }

    /** Hands every rule's first match among the views of one record to {@code sink}. */
    void forFirst(List<EventView> views, SignalMatches.Sink sink) {
        Set<String> matched = new HashSet<>();
        for (EventView view : views) {
            for (String ruleId : classify(view).ruleIds()) {
                if (matched.add(ruleId)) {
                    sink.matched(view, ruleId);
                }
            }
        }
    }

    private Classification classify(EventView view) {
        Classifier known = classifier;
        if (known == null) {
            try {
                known = new Classifier(RuleLoader.load(rules));
            } catch (InvalidRules e) {
                throw new IllegalStateException("rules were valid when the job was submitted", e);
            }
            classifier = known;
        }
        return known.classify(view);
    }
}
