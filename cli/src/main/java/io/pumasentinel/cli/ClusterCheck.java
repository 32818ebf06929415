package io.pumasentinel.cli;

import io.pumasentinel.job.config.ElasticsearchConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Tells where a cluster is no longer as {@code setup} would make it. */
final class ClusterCheck {
    /** One attempt: a check waits for nobody. */
    private static final Duration PATIENCE = Duration.ZERO;

    private ClusterCheck() {}

    /**
     * Prints the drift to {@code out}, a line each; a cluster that cannot be asked is a note on
     * {@code err}.
     *
     * @return whether the cluster was asked and is as it should be
     */
    static boolean run(ElasticsearchConfig config, PrintWriter out, PrintWriter err) {
        List<String> drift;
        try {
            drift = ElasticsearchStep.setup(config, PATIENCE).drift();
        } catch (IOException e) {
            err.println("drift not checked: " + RootCause.of(e));
            return false;
        }
        drift.forEach(difference -> out.println("drift: " + difference));
        if (drift.isEmpty()) {
            out.println("no drift; " + String.join(", ", config.urls()));
        } else {
            out.println("run setup to bring the cluster to this release");
        }
        return drift.isEmpty();
    }
}
