package io.pumasentinel.job.config;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When incidents end and what their alerts carry.
 *
 * @param cooldown the quiet time that ends an incident
 * @param evidence at most so many lines of evidence an alert
 * @param since findings before this event time raise no alert; null: all do
 * @param rollUpAfter incidents that began with the same rule and are told by themselves; further
 *     ones are counted in a summary
 * @param deployMute how long after a restart of the server baselines raise no alert; 0: they do
 */
public record AlertConfig(
        Duration cooldown,
        int evidence,
        @Nullable Instant since,
        Duration deployMute,
        int rollUpAfter)
        implements Serializable {

    static final Range<Duration> COOLDOWN = new Range<>(Duration.ofSeconds(10), Duration.ofDays(1));
    static final Range<Duration> DEPLOY_MUTE = new Range<>(Duration.ZERO, Duration.ofHours(1));
    static final Range<Integer> ROLL_UP_AFTER = new Range<>(1, 1_000);
    static final Range<Integer> EVIDENCE = new Range<>(1, 10);

    /** Holds the numbers to their ranges. */
    public AlertConfig {
        COOLDOWN.check("cooldown", cooldown);
        EVIDENCE.check("evidence", evidence);
        DEPLOY_MUTE.check("deploy-mute", deployMute);
        ROLL_UP_AFTER.check("roll-up-after", rollUpAfter);
    }

    /**
     * 15 minutes of quiet, 10 lines of evidence, alerts for all of the input, 5 muted minutes, 2
     * alerts of a kind.
     */
    public static AlertConfig defaults() {
        return new AlertConfig(Duration.ofMinutes(15), 10, null, Duration.ofMinutes(5), 2);
    }
}
