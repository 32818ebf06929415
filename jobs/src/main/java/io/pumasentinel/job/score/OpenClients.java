package io.pumasentinel.job.score;

import io.pumasentinel.baseline.ClientCounts;
import io.pumasentinel.event.Access;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The requests of every client of every open window, summed before the shuffle.
 *
 * <p>At most {@code maxOpen} sums are open; when that is reached all are handed out early and later
 * ones of the same client add up with them downstream. Not thread-safe.
 */
final class OpenClients {
    private record Client(String service, String address) {}

    private final int maxOpen;
    private final Consumer<ClientSum> out;
    private final TreeMap<Long, Map<Client, ClientCounts>> open = new TreeMap<>();
    private int size;

    OpenClients(int maxOpen, Consumer<ClientSum> out) {
        this.maxOpen = maxOpen;
        this.out = out;
    }

    /** Counts one request; one without an address is not counted. */
    void add(String service, long startMillis, Access access) {
        String address = access.clientAddress();
        if (address == null) {
            return;
        }
        Map<Client, ClientCounts> window =
                open.computeIfAbsent(startMillis, start -> new HashMap<>());
        Client client = new Client(service, address);
        ClientCounts counts = window.get(client);
        if (counts == null) {
            counts = new ClientCounts();
            window.put(client, counts);
            size++;
        }
        counts.add(access.status(), access.endpoint());
        if (size >= maxOpen) {
            flushThrough(Long.MAX_VALUE);
        }
    }

    /** Hands out every sum whose window does not start after {@code startMillis}. */
    void flushThrough(long startMillis) {
        while (!open.isEmpty() && open.firstKey() <= startMillis) {
            Map.Entry<Long, Map<Client, ClientCounts>> oldest = open.pollFirstEntry();
            long start = oldest.getKey();
            size -= oldest.getValue().size();
            oldest.getValue()
                    .forEach(
                            (client, counts) ->
                                    out.accept(
                                            new ClientSum(
                                                    client.service(),
                                                    client.address(),
                                                    start,
                                                    counts)));
        }
    }

    int size() {
        return size;
    }
}
