package io.pumasentinel.elasticsearch;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows since when and how often Elasticsearch has taken nothing, and says once when that begins
 * and once when it ends. Confined to one thread.
 *
 * <p>Requests that were under way together and fail together are one failed round.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final LongSupplier millisClock;
    private int rounds;
    private long sinceMillis;

    Outage(LongSupplier millisClock) {
        this.millisClock = millisClock;
    }

    /** The number of failed rounds in a row; 0 if the last request went through. */
    int rounds() {
        return rounds;
    }

    /** How long nothing has been taken. */
    Duration length() {
        return rounds == 0
                ? Duration.ZERO
                : Duration.ofMillis(millisClock.getAsLong() - sinceMillis);
    }

    /**
     * A request failed, in whole or in part.
     *
     * @param roundsAtStart {@link #rounds} when it was sent
     * @param somethingTaken whether a part of it went through
     */
    void failed(int roundsAtStart, boolean somethingTaken, String trouble) {
        if (rounds == 0) {
            sinceMillis = millisClock.getAsLong();
            LOG.warn("Elasticsearch takes nothing for now; trying again ({})", trouble);
        }
        if (somethingTaken) {
            sinceMillis = millisClock.getAsLong();
        }
        rounds = Math.max(rounds, roundsAtStart + 1);
    }

    /** A request went through. */
    void over() {
        if (rounds > 0) {
            LOG.warn("Elasticsearch takes documents again after {}; none was lost", length());
        }
        rounds = 0;
    }
}
