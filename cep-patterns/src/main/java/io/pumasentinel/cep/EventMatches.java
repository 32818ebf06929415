package io.pumasentinel.cep;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.Views;
import java.util.List;

/** The matches that a classified event carries in {@link PumaEvent#ruleIds()}. */
final class EventMatches implements SignalMatches<PumaEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public void forEach(PumaEvent event, Sink sink) {
        List<String> ruleIds = event.ruleIds();
        if (ruleIds.isEmpty()) {
            return;
        }
        EventView view = Views.of(event);
        for (int i = 0; i < ruleIds.size(); i++) {
            sink.matched(view, ruleIds.get(i));
        }
    }
}
