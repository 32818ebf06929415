package io.pumasentinel.baseline;

import java.util.List;

/**
 * How the clients of one service usually behave: judges a client by all of them.
 *
 * <p>Requests and endpoints are judged by rank: learned are decayed histograms over the windows of
 * all clients; beyond their 0.95 quantile the numbers are taken to fall off like a Pareto tail
 * ({@link Tail}), and outliers teach as {@link Tail#teach} says. Failures are judged as a share
 * ({@link LearnedShare}), whose dispersion is how much more the clients differ in their share of
 * failures than chance would make them: where some clients always fail, one more is no news.
 * Nothing is judged before {@link BaselineSettings#warmUpWindows()} windows with clients and a
 * hundred of their clients.
 *
 * <p>A plain object for keyed state, at most 500 bytes whatever the number of clients; windows come
 * in event-time order.
 */
public class ClientPopulation {
    public CoarseHistogram requests = new CoarseHistogram();
    public CoarseHistogram endpoints = new CoarseHistogram();
    public LearnedShare errors = new LearnedShare();

    /** The tails as of the last window. */
    public Tail requestsTail = new Tail();

    public Tail endpointsTail = new Tail();

    /** Windows that taught. */
    public long windows;

    /** Scores a client's window against what the windows before it taught; empty if not warm. */
    public List<ClientScore> judge(ClientCounts client, BaselineSettings settings) {
        if (windows < settings.warmUpWindows() || !requestsTail.warm) {
            return List.of();
        }
        double count = (double) client.count;
        return List.of(
                plain(
                        ClientMetric.REQUESTS,
                        requestsTail,
                        count,
                        count >= settings.minimumVolume()),
                plain(
                        ClientMetric.ENDPOINTS,
                        endpointsTail,
                        client.endpoints.count(),
                        client.endpoints.count() >= settings.guards().affectedRequests()),
                failures(client, settings.guards()));
    }

    /** Learns from all clients of a window. */
    public void learn(ClientTally window, BaselineSettings settings) {
        Guards guards = settings.guards();
        double least = 5.0 * settings.minimumVolume();
        requestsTail.teach(window.requests, requests, settings.keep());
        endpointsTail.teach(window.endpoints, endpoints, settings.keep());
        errors.learnMembers(window, settings);
        windows++;
        requestsTail =
                Tail.of(
                        requests,
                        least,
                        usual -> Math.max(settings.minimumVolume(), guards.rateRatio() * usual));
        endpointsTail =
                Tail.of(
                        endpoints,
                        least,
                        usual ->
                                Math.max(
                                        (double) guards.affectedRequests(),
                                        guards.rateRatio() * usual));
    }

    private static ClientScore plain(
            ClientMetric metric, Tail tail, double observed, boolean notable) {
        return new ClientScore(
                metric, tail.score(observed), observed, tail.expected, tail.upper, notable);
    }

    private ClientScore failures(ClientCounts client, Guards guards) {
        double count = (double) client.count;
        double share = client.errors / count;
        double z = errors.z(share, count);
        boolean notable =
                client.errors >= guards.affectedRequests()
                        && share >= errors.expected() + guards.errorShare();
        return new ClientScore(
                ClientMetric.ERRORS,
                z > 0 ? Surprise.ofDeviation(z) : 0,
                share,
                errors.expected(),
                errors.upper(count),
                notable);
    }
}
