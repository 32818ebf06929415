package io.pumasentinel.elasticsearch;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows since when and how often Elasticsearch has taken nothing, and says when that begins and
 * when it ends, at most once a minute. Confined to one thread.
 *
 * <p>Requests that were under way together and fail together are one failed round.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private static final long QUIET_MILLIS = 60_000;

    private final LongSupplier millisClock;
    private int rounds;
    private long toldMillis = Long.MIN_VALUE;
    private boolean told;
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
            tell(trouble);
        }
        if (somethingTaken) {
            sinceMillis = millisClock.getAsLong();
        }
        rounds = Math.max(rounds, roundsAtStart + 1);
    }

    /** A request went through. */
    void over() {
        if (told) {
            LOG.warn("Elasticsearch takes all again after {}; nothing was lost by it", length());
        }
        told = false;
        rounds = 0;
    }

    private void tell(String trouble) {
        if (toldMillis == Long.MIN_VALUE || sinceMillis - toldMillis >= QUIET_MILLIS) {
            told = true;
            toldMillis = sinceMillis;
            LOG.warn("Elasticsearch refuses documents for now; trying again ({})", trouble);
        }
    }
}
