package io.pumasentinel.baseline;

/**
 * How the clients of a service behaved within one window, all together: histograms with one count a
 * client, and sums. A plain object, at most 320 bytes whatever the number of clients.
 */
public class ClientTally {
    /** Requests a client. */
    public CoarseHistogram requests = new CoarseHistogram();

    /** Different endpoints a client. */
    public CoarseHistogram endpoints = new CoarseHistogram();

    /** Clients. */
    public double clients;

    /** Requests of all clients together, and answers 400 to 599 among them. */
    public double count;

    public double errors;

    /** Sum of errors²/requests over the clients: how unevenly they fail. */
    public double squares;

    /** Counts one client's whole window, with one request at the least. */
    public void add(ClientCounts client) {
        requests.add((double) client.count);
        endpoints.add(client.endpoints.count());
        clients++;
        count += (double) client.count;
        errors += (double) client.errors;
        squares += (double) client.errors * client.errors / client.count;
    }

    /** Adds other clients of the same window; {@code other} stays as it is. */
    public void merge(ClientTally other) {
        requests.merge(other.requests);
        endpoints.merge(other.endpoints);
        clients += other.clients;
        count += other.count;
        errors += other.errors;
        squares += other.squares;
    }
}
