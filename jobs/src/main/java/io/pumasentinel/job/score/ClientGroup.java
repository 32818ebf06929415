package io.pumasentinel.job.score;

import io.pumasentinel.baseline.ClientTally;
import java.util.List;

/**
 * How some or all clients of one service behaved within one window.
 *
 * @param service the service
 * @param startMillis the window's start
 * @param tally all of them
 * @param heavy those with enough requests to be judged, heaviest first, at most {@value #MOST}
 */
public record ClientGroup(
        String service, long startMillis, ClientTally tally, List<ClientSum> heavy) {

    /** The most clients that are judged of one window. */
    static final int MOST = 200;

    /** Requests of one window from which on a client is told of, unusual or not. */
    static final int BUSY = 50;
}
