package io.pumasentinel.cli;

import io.pumasentinel.job.RuleSources;
import io.pumasentinel.job.config.InvalidConfig;
import io.pumasentinel.job.config.SecretFiles;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: tells every problem of a configuration and its rules at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates a configuration and rules; tells all problems at once.")
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
    private @Nullable Path config;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules beside the shipped ones.")
    private @Nullable Path rules;

    @SuppressWarnings("NullAway.Init") // picocli injects
    CheckCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Object> problems = new ArrayList<>();
        SentinelConfig settings = SentinelConfig.defaults();
        if (config != null) {
            try {
                settings = Configured.live(config);
                SecretFiles.warnings(settings).forEach(this::warn);
            } catch (InvalidConfig e) {
                problems.addAll(e.problems());
            }
        }
        int loaded = rules(settings, problems);
        if (problems.isEmpty()) {
            out.println("no problems; " + loaded + " rules");
            return 0;
        }
        problems.forEach(spec.commandLine().getErr()::println);
        return PumaSentinel.BAD_CONFIGURATION;
    }

    private void warn(String warning) {
        spec.commandLine().getErr().println("warning: " + warning);
    }

    private int rules(SentinelConfig settings, List<Object> problems) throws IOException, Refusal {
        if (rules != null && !Files.isDirectory(rules)) {
            throw Refusal.usage("--rules: no such folder (got " + rules + ")");
        }
        try {
            RuleSet set = RuleLoader.load(RuleSources.of(settings.rules(), rules));
            return set.detections().size() + set.correlations().size();
        } catch (InvalidRules e) {
            problems.addAll(e.problems());
            return 0;
        }
    }
}
