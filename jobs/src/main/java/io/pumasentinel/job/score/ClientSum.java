package io.pumasentinel.job.score;

import io.pumasentinel.baseline.ClientCounts;

/**
 * What one subtask saw of one client within one window; several of one client add up.
 *
 * @param service the service
 * @param address the client's address
 * @param startMillis the window's start
 * @param counts what was seen
 */
public record ClientSum(String service, String address, long startMillis, ClientCounts counts) {
    private static final int GROUPS = 32;
    private static final char SEPARATOR = '\u001e';

    /** The clients of one window of one service in {@value #GROUPS} parts, by their address. */
    public String group() {
        int group = Math.floorMod((address.hashCode() * 0x9e3779b9) >> 16, GROUPS);
        return service + SEPARATOR + startMillis + SEPARATOR + group;
    }
}
