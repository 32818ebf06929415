package io.pumasentinel.cep;

import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.List;

/**
 * The matches of a client's window, each rule's once: under the first of its scores for which it
 * holds. Classified here, such clients are few.
 */
final class ClientMatches implements SignalMatches<ClientWindow> {
    private static final long serialVersionUID = 1L;

    private final LateClassifier classifier;

    ClientMatches(List<RuleSource> rules) {
        this.classifier = new LateClassifier(rules);
    }

    @Override
    public void forEach(ClientWindow client, Sink sink) {
        classifier.forFirst(Views.of(client), sink);
    }
}
