package io.pumasentinel.job;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.job.config.EndpointThresholds;
import io.pumasentinel.job.config.ScoreConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.score.EndpointSettings;
import io.pumasentinel.sigma.RuleSource;
import java.io.Serializable;
import java.util.List;

/**
 * What the graph needs to know besides its source and its sinks.
 *
 * @param baseline how the baselines learn
 * @param endpoints endpoints with thresholds of their own
 * @param rules the rules, checked
 * @param alerts when incidents end and what does not alert
 * @param maxEndpoints endpoints of one service and partition that get state of their own
 * @param auth how sign-ins are judged that several lines of a log tell
 * @param live whether event time goes on while the input is silent, as a clock does; if not, as in
 *     files and replays, silence is told when it ends
 */
public record JobSettings(
        BaselineSettings baseline,
        List<EndpointThresholds> endpoints,
        List<RuleSource> rules,
        AlertSettings alerts,
        int maxEndpoints,
        AuthSettings auth,
        boolean live)
        implements Serializable {

    public JobSettings {
        endpoints = List.copyOf(endpoints);
        rules = List.copyOf(rules);
        if (maxEndpoints <= 0) {
            throw new IllegalArgumentException(
                    "endpoints per service are not positive (got " + maxEndpoints + "); 1 or more");
        }
    }

    /** What the configuration says, with these rules, over files. */
    public static JobSettings of(SentinelConfig config, List<RuleSource> rules) {
        return new JobSettings(
                baseline(config.score()),
                config.score().endpoints(),
                rules,
                AlertSettings.of(config.alerts(), config.rules().disabled()),
                config.ingest().maxEndpointsPerService(),
                config.ingest().settings().auth(),
                false);
    }

    /** The same settings for input that a clock moves. */
    public JobSettings onLiveInput() {
        return new JobSettings(baseline, endpoints, rules, alerts, maxEndpoints, auth, true);
    }

    /** How endpoints are judged. */
    EndpointSettings judging() {
        return new EndpointSettings(baseline, endpoints);
    }

    private static BaselineSettings baseline(ScoreConfig config) {
        BaselineSettings defaults = BaselineSettings.defaults();
        long halfLifeWindows = config.halfLife().toMillis() / defaults.windowMillis();
        return new BaselineSettings(
                defaults.windowMillis(),
                config.warmUpWindows(),
                config.minimumVolume(),
                defaults.maximumSpanMillis(),
                Math.toIntExact(halfLifeWindows),
                defaults.acceptAfterWindows(),
                config.thresholds());
    }
}
