package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.RequestBaseline;
import io.pumasentinel.baseline.WindowScore;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.RequestScore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores the requests of one endpoint, counts them into windows, and scores every window that
 * closes. Works on the state that it is given; holds none.
 */
final class EndpointScorer {
    /** The score that a deviation below the minimum effect may reach at most. */
    static final double ORDINARY = 0.5;

    private final EndpointSettings settings;
    private final long windowMillis;

    EndpointScorer(EndpointSettings settings) {
        this.settings = settings;
        this.windowMillis = settings.usual().windowMillis();
    }

    /** The start of the window that {@code timestampMillis} belongs to. */
    long windowStart(long timestampMillis) {
        return timestampMillis - Math.floorMod(timestampMillis, windowMillis);
    }

    /** The first millisecond after the window that starts at {@code startMillis}. */
    long windowEnd(long startMillis) {
        return startMillis + windowMillis;
    }

    /**
     * The request against the baseline as it was 15 s earlier; null in warm-up, or if nothing of
     * the request can be judged.
     */
    @Nullable RequestScore score(EndpointState state, long timestampMillis, Access access) {
        RequestBaseline baseline = state.ring.at(timestampMillis);
        return baseline == null ? null : RequestScores.of(baseline, access);
    }

    /** Counts the request; true if this opened its window, which then needs a timer. */
    boolean count(EndpointState state, long startMillis, Access access) {
        for (OpenWindow window : state.open) {
            if (window.counts.startMillis == startMillis) {
                add(window, access);
                return false;
            }
        }
        OpenWindow window = new OpenWindow();
        window.counts.startMillis = startMillis;
        add(window, access);
        state.open.add(window);
        state.lastEndMillis = Math.max(state.lastEndMillis, windowEnd(startMillis));
        return true;
    }

    /**
     * Closes the window that starts at {@code startMillis}, if there is one.
     *
     * @param partial whether the input ended inside the window: then it neither teaches nor raises
     */
    @Nullable EndpointWindow close(
            EndpointState state,
            String service,
            String endpoint,
            long startMillis,
            boolean partial) {
        Iterator<OpenWindow> windows = state.open.iterator();
        while (windows.hasNext()) {
            OpenWindow window = windows.next();
            if (window.counts.startMillis == startMillis) {
                windows.remove();
                return closed(
                        service,
                        endpoint,
                        window,
                        learned(state, endpoint, window, partial),
                        partial);
            }
        }
        return null;
    }

    private static void add(OpenWindow window, Access access) {
        window.counts.add(access.status(), access.responseBytes(), access.durationNanos());
        window.counts.detail.add(
                access.clientAddress(),
                access.method(),
                access.status(),
                access.query(),
                RequestScores.queueNanos(access));
        window.addresses.add(access.clientAddress());
    }

    private List<MetricScore> learned(
            EndpointState state, String endpoint, OpenWindow window, boolean partial) {
        List<MetricScore> scores = new ArrayList<>();
        if (!partial) {
            BaselineSettings own = settings.of(endpoint);
            for (WindowScore score : state.model.close(window.counts, own)) {
                scores.add(metric(score));
            }
            state.ring.push(state.model.requestBaseline(own));
        }
        return scores;
    }

    private EndpointWindow closed(
            String service,
            String endpoint,
            OpenWindow window,
            List<MetricScore> scores,
            boolean partial) {
        return new EndpointWindow(
                service,
                endpoint,
                window.counts.startMillis,
                windowMillis,
                window.counts.count,
                window.counts.errors4xx,
                window.counts.errors5xx,
                window.counts.bytes,
                window.counts.latency.quantileNanos(0.5),
                window.counts.latency.quantileNanos(0.95),
                window.counts.latency.quantileNanos(0.99),
                scores,
                window.addresses.top(),
                partial);
    }

    private static MetricScore metric(WindowScore score) {
        return new MetricScore(
                score.metric().label(),
                score.notable() ? score.score() : Math.min(score.score(), ORDINARY),
                score.observed(),
                score.expected(),
                score.lower(),
                score.upper(),
                score.spanMillis());
    }
}
