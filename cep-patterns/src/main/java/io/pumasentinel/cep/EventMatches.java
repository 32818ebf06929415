package io.pumasentinel.cep;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.List;

/**
 * The matches that a classified event carries in {@link PumaEvent#ruleIds()}; a sample's are shown
 * under the most unusual score for which they hold.
 */
final class EventMatches implements SignalMatches<PumaEvent> {
    private static final long serialVersionUID = 1L;

    private final LateClassifier classifier;

    EventMatches(List<RuleSource> rules) {
        this.classifier = new LateClassifier(rules);
    }

    @Override
    public void forEach(PumaEvent event, Sink sink) {
        List<String> ruleIds = event.ruleIds();
        if (ruleIds.isEmpty()) {
            return;
        }
        if (event.stats() != null && !event.stats().scores().isEmpty()) {
            forEachScored(event, sink);
            return;
        }
        EventView view = Views.of(event);
        for (int i = 0; i < ruleIds.size(); i++) {
            sink.matched(view, ruleIds.get(i));
        }
    }

    /** Classified again, view by view: which score a match is about does not travel. */
    private void forEachScored(PumaEvent event, Sink sink) {
        List<String> ruleIds = event.ruleIds();
        classifier.forFirst(
                Views.all(event),
                (view, ruleId) -> {
                    if (ruleIds.contains(ruleId)) {
                        sink.matched(view, ruleId);
                    }
                });
    }
}
