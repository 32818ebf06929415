package io.pumasentinel.job.cluster;

import java.io.IOException;
import java.time.Duration;

/** Waits for what another process does: asks again and again until a deadline. */
public final class Await {
    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    /** What stands instead of what is awaited. */
    @FunctionalInterface
    public interface State {
        String describe() throws IOException, InterruptedException;
    }

    /** What may be asked of another process. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Returns as soon as the condition holds.
     *
     * @param what what is awaited, for the message
     * @param state what stands instead, for the message
     * @throws AssertionError if it does not hold in time
     */
    public static void until(String what, Duration limit, State state, Condition condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        what + ": not within " + limit.toSeconds() + " s; " + state.describe());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
