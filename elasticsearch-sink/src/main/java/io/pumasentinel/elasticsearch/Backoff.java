package io.pumasentinel.elasticsearch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to wait before trying again: doubled with every failed round, up to a limit.
 *
 * @param initial the first wait, at least 1 ms
 * @param longest the limit, at least {@code initial}
 */
record Backoff(Duration initial, Duration longest) implements Serializable {

    private static final long serialVersionUID = 1L;

    Backoff {
        if (initial.toMillis() < 1 || longest.compareTo(initial) < 0) {
            throw new IllegalArgumentException(
                    "back-off: wrong waits (got "
                            + initial
                            + " up to "
                            + longest
                            + "); allowed: at least PT0.001S, the second not below the first");
        }
    }

    /**
     * The wait after so many failed rounds.
     *
     * @param rounds at least 1
     */
    Duration after(int rounds) {
        int doublings = Math.min(rounds - 1, 30);
        return initial.multipliedBy(1L << doublings).compareTo(longest) < 0
                ? initial.multipliedBy(1L << doublings)
                : longest;
    }
}
