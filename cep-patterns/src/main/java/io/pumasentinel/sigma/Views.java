package io.pumasentinel.sigma;

import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import java.util.List;

/** Views over what travels on the streams. */
public final class Views {
    private Views() {}

    /** The event as rules see it. An event that nobody understood matches no rule. */
    public static EventView of(PumaEvent event) {
        throw new UnsupportedOperationException("to come: " + event);
    }

    /** The window, once for each metric that was scored, at least once. */
    public static List<EventView> of(EndpointWindow window) {
        throw new UnsupportedOperationException("to come: " + window);
    }
}
