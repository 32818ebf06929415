package io.pumasentinel.cli;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineContext;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.ParsedFile;
import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RuleLine;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.Views;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules explain}: what a rule asks, and which of its lines hold for given log lines. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the predicate or pattern of a rule.",
            "With files of log lines: which lines of the rule hold for each event, and why it"
                    + " matched or not."
        })
final class RulesExplainCommand implements Callable<Integer> {
    private static final int MOST_EVENTS = 50;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULE", description = "A rule's name or id.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Log lines; the first " + MOST_EVENTS + " events of the rule's source.")
    private List<Path> files = List.of();

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules beside the shipped ones.")
    private @Nullable Path folder;

    @SuppressWarnings("NullAway.Init") // picocli injects
    RulesExplainCommand() {}

    @Override
    public Integer call() throws Exception {
        RuleSet rules = Configured.ruleSet(SentinelConfig.defaults(), folder);
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw Refusal.usage("no such file (got " + file + ")");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        Optional<DetectionRule> detection =
                rules.detections().stream().filter(rule -> isMeant(rule.meta())).findFirst();
        Optional<CorrelationRule> correlation =
                rules.correlations().stream().filter(rule -> isMeant(rule.meta())).findFirst();
        if (detection.isPresent()) {
            explain(out, detection.get());
            trace(out, detection.get());
        } else if (correlation.isPresent()) {
            explain(out, rules, correlation.get());
        } else {
            throw Refusal.usage("no such rule (got " + name + "); rules list names all");
        }
        out.flush();
        return 0;
    }

    private boolean isMeant(RuleMeta meta) {
        return meta.name().equals(name) || meta.id().equals(name);
    }

    private static void head(PrintWriter out, RuleMeta meta, String engine) {
        out.printf(
                "%s: %s%n  %s, %s, %s%n",
                meta.name(),
                meta.title(),
                engine,
                meta.level().name().toLowerCase(Locale.ROOT),
                meta.file());
    }

    private static void explain(PrintWriter out, DetectionRule rule) {
        String source = rule.source().name().toLowerCase(Locale.ROOT);
        head(out, rule.meta(), "single events of " + source);
        out.println("  holds when " + String.join(" or ", rule.conditions()) + ", where");
        for (RuleLine line : rule.lines()) {
            out.printf("    %-12s %s%n", line.selection(), line.text());
        }
    }

    private static void explain(PrintWriter out, RuleSet rules, CorrelationRule rule) {
        head(out, rule.meta(), Engines.of(rule));
        out.println("  " + Engines.condition(rule));
        for (String step : rule.rules()) {
            out.println();
            rules.detections().stream()
                    .filter(each -> each.meta().name().equals(step))
                    .forEach(each -> explain(out, each));
            rules.correlations().stream()
                    .filter(each -> each.meta().name().equals(step))
                    .forEach(each -> explain(out, rules, each));
        }
    }

    private void trace(PrintWriter out, DetectionRule rule) throws IOException {
        List<EventView> views = new ArrayList<>();
        for (Path file : files) {
            LineContext times = new LineContext(false, PumaEvent.NO_TIME);
            ParsedFile.events(
                    new FileInput(file.toString(), "default", "default"),
                    IngestSettings.defaults(),
                    event -> {
                        EventView view = Views.of(times.place(event, Long.MIN_VALUE));
                        if (view.source() == rule.source() && views.size() <= MOST_EVENTS) {
                            views.add(view);
                        }
                    });
        }
        views.stream().limit(MOST_EVENTS).forEach(view -> trace(out, rule, view));
        if (views.size() > MOST_EVENTS) {
            out.println();
            out.println("(the first " + MOST_EVENTS + " events)");
        }
        if (views.isEmpty() && !files.isEmpty()) {
            String source = rule.source().name().toLowerCase(Locale.ROOT);
            out.println("  no event of " + source + " in the files" + hint(rule.source()));
        }
    }

    private static String hint(LogSource source) {
        boolean derived = source == LogSource.WINDOW || source == LogSource.CLIENT;
        return derived ? "; such events are made by analyze" : "";
    }

    private static void trace(PrintWriter out, DetectionRule rule, EventView view) {
        out.println();
        out.println((rule.matches(view) ? "matches  " : "no match ") + view.sample());
        for (RuleLine line : rule.lines()) {
            String mark = line.holds(view) ? "  yes " : "  no  ";
            out.printf("%s%-12s %s%n", mark, line.selection(), line.text());
        }
    }
}
