package io.pumasentinel.cli;

import io.pumasentinel.cli.kibana.KibanaConnection;
import io.pumasentinel.job.config.SentinelConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setup}: makes a cluster ready, or takes away what it made. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "Installs index templates, lifecycle policies and roles, as far as the cluster takes"
                    + " them, and the dashboards in Kibana if the configuration names one.",
            "Safe to repeat; documents are never touched."
        })
final class SetupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "F", required = true, description = "Configuration.")
    private Path config;

    @Option(names = "--remove", description = "Take away what setup installed; documents stay.")
    private boolean remove;

    @SuppressWarnings("NullAway.Init") // picocli injects
    SetupCommand() {}

    @Override
    public Integer call() throws Exception {
        List<SetupStep> steps = steps(Configured.cluster(config));
        PrintWriter out = spec.commandLine().getOut();
        for (SetupStep step : steps) {
            print(out, step.name(), remove ? step.remove() : step.install());
        }
        return 0;
    }

    /** Roles come after the templates both ways: they may hold the right to take those away. */
    private List<SetupStep> steps(SentinelConfig settings) {
        List<SetupStep> steps = new ArrayList<>();
        steps.add(new ElasticsearchStep(settings.elasticsearch()));
        steps.add(new RoleStep(settings.elasticsearch()));
        KibanaConnection.of(settings.kibana(), settings.elasticsearch())
                .ifPresent(kibana -> steps.add(remove ? 0 : steps.size(), new KibanaStep(kibana)));
        return steps;
    }

    private void print(PrintWriter out, String name, StepReport report) {
        String done = remove ? "removed" : "installed";
        String unchanged = remove ? "" : ", " + report.unchanged() + " as they should be";
        out.println(name + ": " + report.changed().size() + " " + done + unchanged);
        report.changed().forEach(change -> out.println("  " + done + ": " + change));
        report.kept().forEach(kept -> out.println("  kept: " + kept));
        report.notes().forEach(note -> out.println("  note: " + note));
        out.flush();
    }
}
