package io.pumasentinel.job.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.RuleLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MutedRulesTest {

    @Test
    void areThoseOverBaselinesThatARestartUpsets() throws Exception {
        Set<String> muted = MutedRules.of(RuleLoader.shipped());

        assertThat(muted).contains("latency-anomaly", "latency-regression", "worker-saturation");
        assertThat(muted)
                .doesNotContain(
                        "error-surge",
                        "error-drift",
                        "latency-drift",
                        "sqli-probing",
                        "brute-force",
                        "unusual-client");
    }
}
