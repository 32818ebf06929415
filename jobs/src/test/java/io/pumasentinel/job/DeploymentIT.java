package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.Lifecycle;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** A cold cache after a deployment and an attack in the same minute, through the whole graph. */
class DeploymentIT {
    private static final long START = 1_795_000_000_000L;
    private static final long DEPLOYED = START + 600_000;

    private final Story story = new Story(0);

    @Test
    void aRestartMutesTheBaselineAndNotTheAttack() throws Exception {
        assertThat(rulesOf(alerts(true)))
                .contains("sqli-probing")
                .doesNotContain("latency-regression");
    }

    @Test
    void withoutARestartBothAreTold() throws Exception {
        assertThat(rulesOf(alerts(false))).contains("sqli-probing", "latency-regression");
    }

    private List<Alert> alerts(boolean deployed) throws Exception {
        Random random = new Random(20261126);
        for (long millis = START; millis < DEPLOYED; millis += 333) {
            story.order(millis, 0.02 * Math.exp(0.2 * random.nextGaussian()), null);
        }
        if (deployed) {
            Lifecycle restart = new Lifecycle("phased-restart", -1, 7, "- Starting phased restart");
            story.happen(DEPLOYED, restart);
        }
        for (long millis = DEPLOYED + 1_000; millis < DEPLOYED + 60_000; millis += 333) {
            story.order(millis, 2, null);
        }
        for (int i = 0; i < 10; i++) {
            String sql = "q=" + i + "'%20union%20select%20password%20from%20users--";
            story.order(DEPLOYED + 60_000 + i * 1_000L, 0.02, sql);
        }
        story.order(DEPLOYED + 90_000, 0.02, null);
        Collected sinks = new Collected();
        TestJob.define(new TestSource(story.events(), false), sinks, new Configuration()).execute();
        return sinks.of(Alert.class);
    }

    private static List<String> rulesOf(List<Alert> alerts) {
        return alerts.stream()
                .flatMap(alert -> alert.parts().stream())
                .map(AlertPart::ruleId)
                .distinct()
                .toList();
    }
}
