package io.pumasentinel.cli.demo;

import java.time.Instant;

/**
 * What a replay did.
 *
 * @param written how many lines it wrote; fewer than there are if a topic had some already
 * @param firstMillis the earliest recorded time of all lines, since the epoch
 * @param lastMillis the latest one; before the earliest if there is no line
 */
public record Replayed(long written, long firstMillis, long lastMillis) {
    static final Replayed NOTHING = new Replayed(0, Long.MAX_VALUE, Long.MIN_VALUE);

    /** One file's replay; {@code times} never fall. */
    static Replayed of(long written, long[] times) {
        return times.length == 0
                ? NOTHING
                : new Replayed(written, times[0], times[times.length - 1]);
    }

    /** Both together. */
    Replayed and(Replayed other) {
        return new Replayed(
                written + other.written,
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis));
    }

    /** The second in which the recording begins. */
    public Instant from() {
        return Instant.ofEpochSecond(Math.floorDiv(firstMillis, 1_000));
    }

    /** The second after the one in which it ends. */
    public Instant to() {
        return Instant.ofEpochSecond(Math.floorDiv(lastMillis, 1_000) + 1);
    }
}
