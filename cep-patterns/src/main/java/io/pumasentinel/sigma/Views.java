package io.pumasentinel.sigma;

import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Views over what travels on the streams. */
public final class Views {
    private Views() {}

    /**
     * The event as rules see it.
     *
     * @throws IllegalArgumentException if no arm of the event is filled
     */
    public static EventView of(PumaEvent event) {
        if (event.access() != null) {
            return new AccessView(event, event.access());
        }
        if (event.error() != null) {
            return new ErrorView(event, event.error());
        }
        if (event.lifecycle() != null) {
            return new LifecycleView(event, event.lifecycle());
        }
        if (event.stats() != null) {
            return new StatsView(event, event.stats(), null);
        }
        if (event.unparsed() != null) {
            return new UnparsedView(event, event.unparsed());
        }
        throw new IllegalArgumentException("no rule reads it (got " + event.kind() + ")");
    }

    /** The client's window, once for each metric that stands out; once without if none does. */
    public static List<EventView> of(ClientWindow client) {
        if (client.scores().isEmpty()) {
            return List.of(new ClientView(client, null));
        }
        List<EventView> views = new ArrayList<>(client.scores().size());
        for (MetricScore score : client.scores()) {
            views.add(new ClientView(client, score));
        }
        return views;
    }

    /**
     * The event as rules see it: a sample once for each of its scores, the most unusual first;
     * anything else once.
     */
    public static List<EventView> all(PumaEvent event) {
        StatsSample stats = event.stats();
        if (stats == null || stats.scores().isEmpty()) {
            return List.of(of(event));
        }
        return stats.scores().stream()
                .sorted(Comparator.comparingDouble(MetricScore::score).reversed())
                .map(score -> (EventView) new StatsView(event, stats, score))
                .toList();
    }

    /** The window, once for each metric that was scored; once without a metric if none was. */
    public static List<EventView> of(EndpointWindow window) {
        if (window.scores().isEmpty()) {
            return List.of(new WindowView(window, null));
        }
        List<EventView> views = new ArrayList<>(window.scores().size());
        for (MetricScore score : window.scores()) {
            views.add(new WindowView(window, score));
        }
        return views;
    }
}
