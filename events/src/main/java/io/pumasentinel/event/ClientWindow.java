package io.pumasentinel.event;

import java.util.List;

/**
 * One client in one closed window [start, start + size) that did not behave as the other clients of
 * the service do, or that sent very many requests; other clients leave no such record.
 *
 * @param service the service
 * @param address the client's address
 * @param startMillis the window's start, a multiple of its size
 * @param sizeMillis the window's length
 * @param count requests of the client that completed in the window, whatever they asked for
 * @param errors answers 400 to 599 among them
 * @param endpoints different endpoints among them; 64 stands for more as well
 * @param scores one entry a metric that is outside of its ordinary range; none if the client only
 *     sent many requests
 */
public record ClientWindow(
        String service,
        String address,
        long startMillis,
        long sizeMillis,
        long count,
        long errors,
        int endpoints,
        List<MetricScore> scores) {

    /** The first millisecond after the window. */
    public long endMillis() {
        return startMillis + sizeMillis;
    }
}
