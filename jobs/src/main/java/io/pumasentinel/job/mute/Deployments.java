package io.pumasentinel.job.mute;

/**
 * When a service was restarted on purpose, as far as it still matters.
 *
 * <p>A restart mutes for a stated time. Another one within that time, or within as long again after
 * it, mutes nothing more: a server that restarts all the time is muted at most half of the time,
 * whoever makes it restart.
 *
 * <p>A plain object for keyed state, 8 bytes; gone two such times after the restart.
 */
public class Deployments {
    /** When the restart began that mutes; {@link Long#MIN_VALUE} without one. */
    public long startMillis = Long.MIN_VALUE;

    /**
     * Takes in a restart, in the order of event time.
     *
     * @param muteMillis how long a restart mutes; 0: never
     */
    void restarted(long timestampMillis, long muteMillis) {
        if (isOver(timestampMillis, muteMillis)) {
            startMillis = timestampMillis;
        }
    }

    /** Whether what is found at a time is muted: from the restart on, its end not included. */
    boolean mutes(long timestampMillis, long muteMillis) {
        return startMillis != Long.MIN_VALUE
                && timestampMillis >= startMillis
                && timestampMillis < startMillis + muteMillis;
    }

    /** Whether nothing of it matters from a time on. */
    boolean isOver(long timestampMillis, long muteMillis) {
        return startMillis == Long.MIN_VALUE || timestampMillis >= overMillis(muteMillis);
    }

    /** The first moment at which another restart mutes again; only if there was one. */
    long overMillis(long muteMillis) {
        return startMillis + 2 * muteMillis;
    }
}
