package io.pumasentinel.cli;

import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.RoleReport;
import io.pumasentinel.elasticsearch.RoleSetup;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.sink.Connections;
import java.io.IOException;
import java.util.List;

/** Roles in the Elasticsearch of a configuration, where it asks who asks. */
final class RoleStep implements SetupStep {
    private final ElasticsearchConnection connection;

    RoleStep(ElasticsearchConfig config) {
        this.connection = Connections.of(config);
    }

    @Override
    public String name() {
        return "Roles";
    }

    @Override
    public StepReport install() throws IOException {
        RoleReport report = RoleSetup.install(connection);
        return new StepReport(report.changed(), report.kept().size(), List.of(), report.remarks());
    }

    @Override
    public StepReport remove() throws IOException {
        RoleReport report = RoleSetup.remove(connection);
        return new StepReport(report.changed(), 0, List.of(), report.remarks());
    }
}
