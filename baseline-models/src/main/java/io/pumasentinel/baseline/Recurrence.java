package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * What an outlier has in common with earlier ones: a deviation that has come three times of late is
 * rare no more, whatever the normal law says of it.
 *
 * <p>Only deviations outside the band are kept, each run of them once, by its first value. Where
 * the normal law fits, that is next to none. Where it does not (timeouts now and then, a job every
 * hour), these few are the empirical tail, and it has the last word. They count half after {@value
 * #HALF_LIFE_WINDOWS} windows, three days of 10 s.
 *
 * <p>A plain object for keyed state: 52 bytes, and 32 more once there were outliers.
 */
public class Recurrence {
    static final int HALF_LIFE_WINDOWS = 26_000;

    /** The third outlier of a size is known. */
    private static final double ONE_OF = 3;

    /** Deviations this near each other are alike, in standard deviations and as a share. */
    private static final double ALIKE = 0.5;

    private static final double ALIKE_SHARE = 0.05;

    /** Nats of what was known: once in three days of windows. */
    private static final double KNOWN = 10.5;

    /** What two thirds known loses against the unknown is too little to silence it. */
    private static final double UNKNOWN = 12;

    /** Outliers kept; alike ones are joined. */
    private static final int MOST = 2;

    public RareValues outliers = new RareValues();

    /** Windows that passed since the last outlier was kept. */
    public long since;

    /** The most surprise that a deviation may claim, in nats; no bound if nothing like it came. */
    double most(double z) {
        if (outliers.size == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double decay = Math.pow(0.5, (double) since / HALF_LIFE_WINDOWS);
        double known = decay * outliers.beyond(z, ALIKE + ALIKE_SHARE * Math.abs(z));
        if (known < 1e-6) {
            return Double.POSITIVE_INFINITY;
        }
        return known < 1 ? KNOWN + UNKNOWN * (1 - known) : KNOWN - Math.log(known);
    }

    /** Passes {@code windows} windows in which nothing of the kind happened. */
    void pass(long windows) {
        since += windows;
    }

    /** The memory, begun if there was none, with the deviation that began a run kept. */
    static Recurrence keeping(@Nullable Recurrence known, double z) {
        Recurrence recurrence = known == null ? new Recurrence() : known;
        recurrence.keep(z);
        return recurrence;
    }

    /** Keeps the deviation that began a run outside the band. */
    void keep(double z) {
        double decay = Math.pow(0.5, (double) since / HALF_LIFE_WINDOWS);
        outliers.observe(z, 1 / ONE_OF, decay, MOST);
        since = 0;
    }
}
