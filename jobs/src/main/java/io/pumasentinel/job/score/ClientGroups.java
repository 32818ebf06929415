package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.ClientPopulation;
import io.pumasentinel.baseline.ClientScore;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.MetricScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done with groups of clients: joining them and judging those that stand out. */
final class ClientGroups {
    private ClientGroups() {}

    /**
     * The heaviest clients first, ties by address, so that the order of arrival does not matter.
     */
    static List<ClientSum> heaviest(List<ClientSum> clients) {
        List<ClientSum> sorted = new ArrayList<>(clients);
        sorted.sort(
                Comparator.comparingLong((ClientSum sum) -> sum.counts().count)
                        .reversed()
                        .thenComparing(ClientSum::address));
        return new ArrayList<>(sorted.subList(0, Math.min(ClientGroup.MOST, sorted.size())));
    }

    /** Both groups of one window; they have no client in common. */
    static ClientGroup join(ClientGroup one, ClientGroup other) {
        one.tally().merge(other.tally());
        List<ClientSum> heavy = new ArrayList<>(one.heavy());
        heavy.addAll(other.heavy());
        return new ClientGroup(one.service(), one.startMillis(), one.tally(), heaviest(heavy));
    }

    /** The clients of a window that stand out among those of the windows before, or are busy. */
    static List<ClientWindow> judge(
            ClientPopulation population, ClientGroup group, BaselineSettings settings) {
        List<ClientWindow> unusual = new ArrayList<>();
        for (ClientSum client : group.heavy()) {
            List<MetricScore> scores = new ArrayList<>();
            for (ClientScore score : population.judge(client.counts(), settings)) {
                if (score.notable() && score.score() > EndpointScorer.ORDINARY) {
                    scores.add(metric(score, settings.windowMillis()));
                }
            }
            if (!scores.isEmpty() || client.counts().count >= ClientGroup.BUSY) {
                unusual.add(window(client, scores, settings.windowMillis()));
            }
        }
        return unusual;
    }

    private static ClientWindow window(
            ClientSum client, List<MetricScore> scores, long windowMillis) {
        return new ClientWindow(
                client.service(),
                client.address(),
                client.startMillis(),
                windowMillis,
                client.counts().count,
                client.counts().errors,
                client.counts().endpoints.count(),
                scores);
    }

    private static MetricScore metric(ClientScore score, long windowMillis) {
        return new MetricScore(
                score.metric().label(),
                score.score(),
                score.observed(),
                score.expected(),
                0,
                score.upper(),
                windowMillis);
    }
}
