package io.pumasentinel.baseline;

/** What one client asked of a service within one window; a plain object, at most 300 bytes. */
public class ClientCounts {
    public long count;

    /** Answers 400 to 599. */
    public long errors;

    public DistinctHashes endpoints = new DistinctHashes();

    /** Counts one finished request. */
    public void add(int status, String endpoint) {
        count++;
        errors += status >= 400 && status < 600 ? 1 : 0;
        endpoints.add(Mixing.of(endpoint.hashCode()));
    }

    /** Adds what {@code other} counted of the same client; {@code other} stays as it is. */
    public void merge(ClientCounts other) {
        count += other.count;
        errors += other.errors;
        endpoints.merge(other.endpoints);
    }
}
