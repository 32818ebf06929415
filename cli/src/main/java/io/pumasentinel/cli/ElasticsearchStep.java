package io.pumasentinel.cli;

import io.pumasentinel.elasticsearch.ClusterSetup;
import io.pumasentinel.elasticsearch.RemovalReport;
import io.pumasentinel.elasticsearch.SetupReport;
import io.pumasentinel.elasticsearch.SetupScope;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.sink.Connections;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Templates, policies and the transform of the Elasticsearch of a configuration. */
final class ElasticsearchStep implements SetupStep {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final String LIST = "GET /_cat/indices/logs-puma.*,metrics-puma.*,alerts-puma-*";

    private final ClusterSetup setup;

    ElasticsearchStep(ElasticsearchConfig config) {
        this.setup = setup(config, PATIENCE);
    }

    /** The set-up that a configuration describes. */
    static ClusterSetup setup(ElasticsearchConfig config, Duration waitAtMost) {
        return new ClusterSetup(
                Connections.of(config).answeringWithin(ANSWER_TIMEOUT),
                new SetupScope(config.namespace(), config.snapshotRepository()),
                waitAtMost);
    }

    @Override
    public String name() {
        return "Elasticsearch";
    }

    @Override
    public StepReport install() throws IOException {
        SetupReport report = setup.install();
        return new StepReport(
                report.installed(),
                report.unchanged().size(),
                report.kept(),
                report.shortcomings());
    }

    @Override
    public StepReport remove() throws IOException {
        RemovalReport report = setup.remove();
        List<String> notes = new ArrayList<>();
        int indices = report.indices().size();
        if (indices > 0) {
            notes.add(
                    "documents stay, in "
                            + indices
                            + (indices == 1 ? " index" : " indices")
                            + "; to delete them: DELETE /NAME for each name of "
                            + LIST);
        }
        notes.add(
                "a job that writes on would have Elasticsearch make data streams of its own kind;"
                        + " stop it first, or run setup again");
        return new StepReport(report.removed(), 0, report.left(), notes);
    }
}
