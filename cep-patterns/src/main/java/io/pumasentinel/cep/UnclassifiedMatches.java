package io.pumasentinel.cep;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.List;

/**
 * The matches of events that no operator before has classified: lines that nobody understood,
 * notices. Both are few.
 */
final class UnclassifiedMatches implements SignalMatches<PumaEvent> {
    private static final long serialVersionUID = 1L;

    private final LateClassifier classifier;

    UnclassifiedMatches(List<RuleSource> rules) {
        this.classifier = new LateClassifier(rules);
    }

    @Override
    public void forEach(PumaEvent event, Sink sink) {
        classifier.forEach(Views.of(event), sink);
    }
}
