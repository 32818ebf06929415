package io.pumasentinel.cli;

import io.pumasentinel.event.Technique;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules list}: the catalogue with engines, levels and ATT&amp;CK ids. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the rules: engine, level, ATT&CK techniques, title.")
final class RulesListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules beside the shipped ones.")
    private @Nullable Path folder;

    @SuppressWarnings("NullAway.Init") // picocli injects
    RulesListCommand() {}

    @Override
    public Integer call() throws Exception {
        RuleSet rules = Configured.ruleSet(SentinelConfig.defaults(), folder);
        RuleWarnings.print(rules, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        for (DetectionRule rule : rules.detections()) {
            print(out, rule.meta(), rule.alerting() ? "single" : "base");
        }
        for (CorrelationRule rule : rules.correlations()) {
            print(out, rule.meta(), Engines.name(rule));
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, RuleMeta meta, String engine) {
        out.printf(
                Locale.ROOT,
                "%-30s %-8s %-13s %-22s %s%n",
                meta.name(),
                engine,
                meta.level().name().toLowerCase(Locale.ROOT),
                meta.techniques().stream().map(Technique::id).collect(Collectors.joining(",")),
                meta.title());
    }
}
