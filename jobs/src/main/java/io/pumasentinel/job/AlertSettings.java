package io.pumasentinel.job;

import io.pumasentinel.event.Finding;
import io.pumasentinel.job.config.AlertConfig;
import java.io.Serializable;
import java.util.List;

/**
 * When incidents end, how much they show and what does not alert.
 *
 * @param cooldownMillis quiet time after which an incident is over
 * @param maxEvidence samples that an alert shows at most
 * @param sinceMillis findings before this event time teach but do not alert
 * @param deployMuteMillis how long after a restart baselines raise no alert; 0: they do
 * @param rollUpAfter incidents of one rule that are told by themselves before the others are
 *     counted in a summary
 * @param disabled names of rules that do not alert; what they find still counts in correlations
 */
public record AlertSettings(
        long cooldownMillis,
        int maxEvidence,
        long sinceMillis,
        long deployMuteMillis,
        int rollUpAfter,
        List<String> disabled)
        implements Serializable {

    public AlertSettings {
        disabled = List.copyOf(disabled);
        if (deployMuteMillis < 0) {
            throw new IllegalArgumentException(
                    "mute after deployments is negative (got "
                            + deployMuteMillis
                            + " ms); 0 or more");
        }
        if (rollUpAfter <= 0) {
            throw new IllegalArgumentException(
                    "incidents told by themselves are not positive (got "
                            + rollUpAfter
                            + "); 1 or more");
        }
        if (cooldownMillis <= 0 || maxEvidence <= 0) {
            throw new IllegalArgumentException(
                    "cooldown and evidence must be positive (got "
                            + cooldownMillis
                            + " ms, "
                            + maxEvidence
                            + "); 1 or more");
        }
    }

    static AlertSettings of(AlertConfig config, List<String> disabled) {
        return new AlertSettings(
                config.cooldown().toMillis(),
                config.evidence(),
                config.since() == null ? Long.MIN_VALUE : config.since().toEpochMilli(),
                config.deployMute().toMillis(),
                config.rollUpAfter(),
                disabled);
    }

    /** Whether the finding may become part of an alert. */
    public boolean admits(Finding finding) {
        return finding.timestampMillis() >= sinceMillis && !disabled.contains(finding.ruleId());
    }
}
