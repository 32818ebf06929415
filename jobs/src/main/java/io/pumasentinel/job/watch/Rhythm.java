package io.pumasentinel.job.watch;

/**
 * How often somebody says something: when last, and how long the pause usually is. Plain object for
 * keyed state, 36 bytes.
 */
public class Rhythm {
    private static final long LEAST_PATIENCE_MILLIS = 60_000;
    private static final double PAUSES = 6;
    private static final double GAIN = 0.1;

    /** Fewer windows than this promise nothing: three minutes at ten seconds. */
    private static final int ENOUGH = 18;

    /** End of the last window with a sign; {@link Long#MIN_VALUE} before the first. */
    public long lastMillis = Long.MIN_VALUE;

    public long firstMillis = Long.MIN_VALUE;

    /** Windows with a sign. */
    public int windows;

    /** Mean distance of the ends of two windows with a sign. */
    public double pauseMillis;

    /** Whether the silence under way was told, or is not to be told. */
    public boolean settled;

    /** A sign in the window that ends then; ends not later than the last one change nothing. */
    void beat(long endMillis) {
        if (endMillis <= lastMillis) {
            return;
        }
        if (firstMillis == Long.MIN_VALUE) {
            firstMillis = endMillis;
        } else {
            double part = Math.max(GAIN, 1.0 / windows);
            // A silence is no usual pause: it teaches as the longest one that is none.
            double pause = Math.min(endMillis - lastMillis, patienceMillis());
            pauseMillis += (pause - pauseMillis) * part;
        }
        lastMillis = endMillis;
        windows++;
        settled = false;
    }

    /** Whether a silence would mean something. */
    boolean known() {
        return windows >= ENOUGH;
    }

    /** How long a pause may be: a minute, or six usual ones. */
    long patienceMillis() {
        return Math.max(LEAST_PATIENCE_MILLIS, Math.round(PAUSES * pauseMillis));
    }

    /** When the silence under way becomes one to tell of; {@link Long#MAX_VALUE} if never. */
    long dueMillis() {
        return known() && !settled ? lastMillis + patienceMillis() : Long.MAX_VALUE;
    }
}
