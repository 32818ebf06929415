package io.pumasentinel.cep;

import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.List;

/** The matches of a client that stands out; classified here, such clients are few. */
final class ClientMatches implements SignalMatches<ClientWindow> {
    private static final long serialVersionUID = 1L;

    private final LateClassifier classifier;

    ClientMatches(List<RuleSource> rules) {
        this.classifier = new LateClassifier(rules);
    }

    @Override
    public void forEach(ClientWindow client, Sink sink) {
        for (EventView view : Views.of(client)) {
            classifier.forEach(view, sink);
        }
    }
}
