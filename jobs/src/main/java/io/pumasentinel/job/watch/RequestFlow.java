package io.pumasentinel.job.watch;

/**
 * How dense a service's requests are: which share of the windows has any, and how many. Plain
 * object for keyed state, 41 bytes.
 */
public class RequestFlow {
    /** An hour's half-life in windows. */
    private static final double KEEP = Math.pow(0.5, 1.0 / 360);

    private static final double GAIN = 0.1;
    private static final double DENSE = 0.98;

    /** Ten minutes of windows. */
    private static final double ENOUGH = 60;

    /** So many requests must be missing: by chance none of 50 comes in 2 of 10²² cases. */
    private static final double MISSING = 50;

    private static final long LEAST_PATIENCE_MILLIS = 60_000;

    /** Decayed number of windows that passed, and of those that saw requests. */
    public double passed;

    public double busy;

    /** Requests of a window that has any. */
    public double level;

    /** End of the last window with requests; {@link Long#MIN_VALUE} before the first. */
    public long lastMillis = Long.MIN_VALUE;

    public boolean settled;

    /** A window with {@code count} &gt; 0 requests; windows come in order. */
    void beat(long endMillis, long count) {
        if (lastMillis != Long.MIN_VALUE) {
            skip((endMillis - lastMillis) / Pulse.WINDOW_MILLIS - 1);
        }
        passed = passed * KEEP + 1;
        busy = busy * KEEP + 1;
        level += (count - level) * Math.max(GAIN, 1 / busy);
        lastMillis = endMillis;
        settled = false;
    }

    /** When the silence under way becomes one to tell of; {@link Long#MAX_VALUE} if never. */
    long dueMillis() {
        boolean always = passed >= ENOUGH && busy >= DENSE * passed;
        return always && !settled ? lastMillis + patienceMillis() : Long.MAX_VALUE;
    }

    /** How long no request may come: a minute, or what usually brings fifty. */
    long patienceMillis() {
        return Math.max(LEAST_PATIENCE_MILLIS, Math.round(MISSING / level * Pulse.WINDOW_MILLIS));
    }

    private void skip(long windows) {
        if (windows > 0) {
            double decay = Math.pow(KEEP, (double) windows);
            passed = passed * decay + (1 - decay) / (1 - KEEP);
            busy *= decay;
        }
    }
}
