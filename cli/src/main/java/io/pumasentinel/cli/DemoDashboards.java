package io.pumasentinel.cli;

import io.pumasentinel.cli.demo.DemoIndices;
import io.pumasentinel.cli.demo.OwnStack;
import io.pumasentinel.cli.demo.Replayed;
import io.pumasentinel.cli.kibana.DashboardLink;
import io.pumasentinel.cli.kibana.KibanaBundle;
import io.pumasentinel.cli.kibana.KibanaConnection;
import io.pumasentinel.cli.kibana.KibanaReport;
import io.pumasentinel.cli.kibana.KibanaSetup;
import io.pumasentinel.cli.kibana.SavedObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The dashboards in the user's Kibana that show what the demo found.
 *
 * @param kibana the Kibana and the space that has them
 * @param dashboards those that were installed
 */
record DemoDashboards(KibanaConnection kibana, List<SavedObject> dashboards) {
    private static final Duration KIBANA_PATIENCE = Duration.ofMinutes(1);

    /** Copies the list. */
    DemoDashboards {
        dashboards = List.copyOf(dashboards);
    }

    /**
     * Installs the saved objects, if the stack has a Kibana.
     *
     * @param told is told what was done, line by line
     * @throws Refusal if Kibana does not answer or does not take all of them
     */
    static Optional<DemoDashboards> install(OwnStack own, Consumer<String> told)
            throws Refusal, InterruptedException {
        Optional<KibanaConnection> kibana = KibanaConnection.of(own.kibana(), own.elasticsearch());
        return kibana.isEmpty() ? Optional.empty() : Optional.of(install(kibana.get(), told));
    }

    private static DemoDashboards install(KibanaConnection kibana, Consumer<String> told)
            throws Refusal, InterruptedException {
        try {
            KibanaSetup setup = KibanaSetup.to(kibana, KIBANA_PATIENCE);
            KibanaReport report = setup.install(KibanaBundle.ndjson());
            report.lines().forEach(line -> told.accept("Kibana: " + line));
            if (!report.isComplete()) {
                throw Refusal.failed("Kibana did not take all saved objects, as told above");
            }
            return new DemoDashboards(setup.connection(), report.dashboards());
        } catch (IOException e) {
            throw Refusal.failed(RootCause.of(e));
        }
    }

    /** One line a dashboard: its title and its address for the demo's documents. */
    List<String> links(Replayed capture) {
        DashboardLink link =
                new DashboardLink(kibana, capture.from(), capture.to(), DemoIndices.NAMESPACE);
        return dashboards.stream()
                .map(one -> "dashboard " + one.title() + ": " + link.of(one))
                .toList();
    }
}
