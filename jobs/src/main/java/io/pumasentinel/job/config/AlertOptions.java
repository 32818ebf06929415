package io.pumasentinel.job.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The options of {@link AlertConfig}. */
final class AlertOptions {

    private static final AlertConfig DEFAULTS = AlertConfig.defaults();
    private static final Option<Duration> COOLDOWN =
            Option.of(
                    "cooldown",
                    Types.duration(AlertConfig.COOLDOWN),
                    DEFAULTS.cooldown(),
                    "The quiet time that ends an incident.");
    private static final Option<Integer> EVIDENCE =
            Option.of(
                    "evidence",
                    Types.integer(AlertConfig.EVIDENCE),
                    DEFAULTS.evidence(),
                    "At most so many lines of evidence an alert.");
    private static final Option<Instant> SINCE =
            Option.optional(
                    "since",
                    Types.instant(),
                    "Findings before this event time teach but raise no alert, as when an old topic"
                            + " is read to learn from.");

    private static final Option<Duration> DEPLOY_MUTE =
            Option.of(
                    "deploy-mute",
                    Types.duration(AlertConfig.DEPLOY_MUTE),
                    DEFAULTS.deployMute(),
                    "So long after Puma was started or restarted, what baselines find of latency,"
                            + " rate, length, values and load raises no alert; 0s: it does.");

    private static final Option<Integer> ROLL_UP_AFTER =
            Option.of(
                    "roll-up-after",
                    Types.integer(AlertConfig.ROLL_UP_AFTER),
                    DEFAULTS.rollUpAfter(),
                    "So many incidents that begin with the same rule have alerts of their own; what"
                            + " more addresses, endpoints, … do meanwhile is counted in one"
                            + " further alert.");

    static final Block<AlertConfig> BLOCK =
            new Block<>(
                    List.of(COOLDOWN, EVIDENCE, SINCE, DEPLOY_MUTE, ROLL_UP_AFTER),
                    AlertOptions::build);

    private AlertOptions() {}

    private static AlertConfig build(Values values) {
        return new AlertConfig(
                values.get(COOLDOWN),
                values.get(EVIDENCE),
                values.find(SINCE),
                values.get(DEPLOY_MUTE),
                values.get(ROLL_UP_AFTER));
    }
}
