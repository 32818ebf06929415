package io.pumasentinel.cli;

import io.pumasentinel.cli.kibana.KibanaBundle;
import io.pumasentinel.cli.kibana.KibanaConnection;
import io.pumasentinel.cli.kibana.KibanaReport;
import io.pumasentinel.cli.kibana.KibanaSetup;
import io.pumasentinel.cli.kibana.SavedObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Data views, searches and dashboards in one Kibana. */
final class KibanaStep implements SetupStep {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KibanaConnection connection;

    KibanaStep(KibanaConnection connection) {
        this.connection = connection;
    }

    @Override
    public String name() {
        return "Kibana";
    }

    @Override
    public StepReport install() throws IOException, InterruptedException, Refusal {
        KibanaReport report = KibanaSetup.to(connection, PATIENCE).install(KibanaBundle.ndjson());
        refuse(report);
        return new StepReport(
                names(report.installed()),
                report.overwritten().size(),
                List.of(),
                report.shortcomings());
    }

    @Override
    public StepReport remove() throws IOException, InterruptedException, Refusal {
        KibanaReport report = KibanaSetup.to(connection, PATIENCE).remove(KibanaBundle.ndjson());
        refuse(report);
        return new StepReport(names(report.removed()), 0, List.of(), report.shortcomings());
    }

    private static void refuse(KibanaReport report) throws Refusal {
        if (!report.isComplete()) {
            throw Refusal.failed("Kibana: " + String.join("\n", report.failures()));
        }
    }

    private static List<String> names(List<SavedObject> objects) {
        return objects.stream().map(SavedObject::toString).toList();
    }
}
