package io.pumasentinel.job.mute;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Adds the muting after deployments to the graph. Operator: {@code mute}. */
public final class Mute {
    /** What Puma says when it is started or restarted as a whole; single workers come and go. */
    private static final Set<String> RESTARTS = Set.of("boot", "restart", "phased-restart");

    private Mute() {}

    /**
     * The findings but those muted. Findings of other rules do not pass the operator: they may be
     * very many.
     *
     * @param scored all events
     * @param rules names of the rules that are muted
     * @param muteMillis for how long after a restart; 0: never
     */
    public static DataStream<Finding> afterRestarts(
            DataStream<Finding> findings,
            DataStream<PumaEvent> scored,
            Set<String> rules,
            long muteMillis) {
        DataStream<PumaEvent> restarts =
                scored.filter(Mute::isRestart).name("restarts").uid("restarts");
        DataStream<Finding> upset =
                findings.filter(finding -> rules.contains(finding.ruleId()))
                        .name("findings of baselines")
                        .uid("baseline-findings")
                        .keyBy(Finding::service, Types.STRING)
                        .connect(restarts.keyBy(PumaEvent::service, Types.STRING))
                        .process(new MuteFunction(muteMillis), TypeInformation.of(Finding.class))
                        .name("mute")
                        .uid("mute");
        return findings.filter(finding -> !rules.contains(finding.ruleId()))
                .name("findings of events")
                .uid("event-findings")
                .union(upset);
    }

    private static boolean isRestart(PumaEvent event) {
        Lifecycle lifecycle = event.lifecycle();
        return lifecycle != null && RESTARTS.contains(lifecycle.action());
    }
}
