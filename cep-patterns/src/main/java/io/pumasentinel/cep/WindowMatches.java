package io.pumasentinel.cep;

import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.List;

/** The matches of a window, one view for each metric; classified here, windows are few. */
final class WindowMatches implements SignalMatches<EndpointWindow> {
    private static final long serialVersionUID = 1L;

    private final LateClassifier classifier;

    WindowMatches(List<RuleSource> rules) {
        this.classifier = new LateClassifier(rules);
    }

    @Override
    public void forEach(EndpointWindow window, Sink sink) {
        if (window.partial()) {
            return;
        }
        for (EventView view : Views.of(window)) {
            classifier.forEach(view, sink);
        }
    }
}
