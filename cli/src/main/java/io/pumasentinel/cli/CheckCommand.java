package io.pumasentinel.cli;

import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.InvalidConfig;
import io.pumasentinel.job.config.SecretFiles;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code check}: tells every problem of a configuration and its rules at once, then where the
 * cluster of the configuration has drifted from this release.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Validates a configuration and rules; tells all problems at once.",
            "Then asks the configuration's Elasticsearch, if it answers, whether its templates,"
                    + " policies and indices are as setup would make them."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
    private @Nullable Path config;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules beside the shipped ones.")
    private @Nullable Path rules;

    @ArgGroup private @Nullable Reach reach;

    /** How far a check goes; by default drift is told and fails nothing. */
    static final class Reach {
        @Option(names = "--offline", description = "Look at files only.")
        private boolean offline;

        @Option(names = "--cluster", description = "Fail (1) on drift or without an answer.")
        private boolean cluster;
    }

    @SuppressWarnings("NullAway.Init") // picocli injects
    CheckCommand() {}

    @Override
    public Integer call() throws Exception {
        if (config == null && clusterDemanded()) {
            throw Refusal.usage("--cluster: no cluster to ask (got no --config)");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Object> problems = new ArrayList<>();
        SentinelConfig settings = SentinelConfig.defaults();
        if (config != null) {
            try {
                settings = Configured.live(config);
                SecretFiles.warnings(settings).forEach(this::warn);
                settings.ingest()
                        .auth()
                        .warnings()
                        .forEach(warning -> warn(config + ": ingest.auth-preset: " + warning));
            } catch (InvalidConfig e) {
                problems.addAll(e.problems());
            }
        }
        int loaded = rules(settings, problems);
        if (problems.isEmpty()) {
            out.println("no problems; " + loaded + " rules");
            return drift(settings.elasticsearch());
        }
        problems.forEach(spec.commandLine().getErr()::println);
        return PumaSentinel.BAD_CONFIGURATION;
    }

    private void warn(String warning) {
        spec.commandLine().getErr().println("warning: " + warning);
    }

    private boolean clusterDemanded() {
        return reach != null && reach.cluster;
    }

    private int drift(ElasticsearchConfig elasticsearch) {
        if (config == null || (reach != null && reach.offline)) {
            return 0;
        }
        boolean good =
                ClusterCheck.run(
                        elasticsearch, spec.commandLine().getOut(), spec.commandLine().getErr());
        return good || !clusterDemanded() ? 0 : PumaSentinel.FAILED;
    }

    private int rules(SentinelConfig settings, List<Object> problems) throws IOException, Refusal {
        try {
            RuleSet set = Configured.ruleSet(settings, rules);
            RuleWarnings.print(set, spec.commandLine().getErr());
            return set.detections().size() + set.correlations().size();
        } catch (InvalidRules e) {
            problems.addAll(e.problems());
            return 0;
        }
    }
}
