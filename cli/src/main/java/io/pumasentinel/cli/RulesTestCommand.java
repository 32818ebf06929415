package io.pumasentinel.cli;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules test}: runs the hit and near-miss cases beside each rule through the whole job. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the cases beside each rule through the whole job.",
            "After the lines of a file hit* the rule of its folder must have held, after those of a"
                    + " file near-miss* it must not."
        })
final class RulesTestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Folder of rules with cases (default: the shipped rules).")
    private @Nullable Path folder;

    @SuppressWarnings("NullAway.Init") // picocli injects
    RulesTestCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path tested = folder == null ? shippedFolder() : folder;
        if (!Files.isDirectory(tested)) {
            throw Refusal.usage("no such folder (got " + tested + ")");
        }
        List<RuleSource> sources = sources(tested);
        RuleSet rules = RuleLoader.load(sources);
        RuleWarnings.print(rules, spec.commandLine().getErr());
        Set<String> observable = observable(rules);
        List<RuleCase> cases =
                RuleCase.in(tested).stream().filter(c -> observable.contains(c.rule())).toList();
        if (cases.isEmpty()) {
            throw Refusal.failed("no cases (got " + tested + "); files hit* and near-miss*");
        }
        ProgressLine progress =
                new ProgressLine(spec.commandLine().getErr(), Terminal.present(), false);
        List<RuleCases.Verdict> verdicts = new RuleCases(sources, progress).run(cases);
        return tell(out, verdicts, lacking(rules, cases, tested));
    }

    private static int tell(
            PrintWriter out, List<RuleCases.Verdict> verdicts, List<String> lacking) {
        int failed = 0;
        for (RuleCases.Verdict verdict : verdicts) {
            failed += verdict.passed() ? 0 : 1;
            out.println((verdict.passed() ? "ok    " : "FAIL  ") + verdict.tested().id());
        }
        lacking.forEach(out::println);
        out.println((verdicts.size() - failed) + " passed, " + failed + " failed");
        out.flush();
        return failed == 0 && lacking.isEmpty() ? 0 : PumaSentinel.FAILED;
    }

    /** A folder may stand for itself or build on the shipped base rules. */
    private static List<RuleSource> sources(Path folder) {
        List<RuleSource> alone = RuleLoader.inFolder(folder);
        try {
            RuleLoader.load(alone);
            return alone;
        } catch (InvalidRules e) {
            List<RuleSource> joined = new ArrayList<>(RuleLoader.shipped());
            joined.addAll(alone);
            return joined;
        }
    }

    /** Rules whose holding can be seen from outside: they alert, or events carry their name. */
    private static Set<String> observable(RuleSet rules) {
        Set<String> names = new HashSet<>();
        for (DetectionRule rule : rules.detections()) {
            // Lines that nobody reads leave as dead letters, which carry no rule's name.
            if (rule.source() != LogSource.UNPARSED) {
                names.add(rule.meta().name());
            }
        }
        for (CorrelationRule rule : rules.correlations()) {
            if (rule.alerting()) {
                names.add(rule.meta().name());
            }
        }
        return names;
    }

    /** What alerting rules lack: a rule is proved by a hit and by a near miss. */
    private static List<String> lacking(RuleSet rules, List<RuleCase> cases, Path folder) {
        List<String> lacking = new ArrayList<>();
        for (String rule : alertingIn(rules, folder)) {
            boolean hit = cases.stream().anyMatch(c -> c.rule().equals(rule) && c.hit());
            boolean nearMiss = cases.stream().anyMatch(c -> c.rule().equals(rule) && !c.hit());
            if (!hit || !nearMiss) {
                lacking.add((hit ? "no near miss  " : nearMiss ? "no hit  " : "no cases  ") + rule);
            }
        }
        return lacking;
    }

    private static Set<String> alertingIn(RuleSet rules, Path folder) {
        Set<String> names = new TreeSet<>();
        for (DetectionRule rule : rules.detections()) {
            if (rule.alerting() && isIn(rule.meta().file(), folder)) {
                names.add(rule.meta().name());
            }
        }
        for (CorrelationRule rule : rules.correlations()) {
            if (rule.alerting() && isIn(rule.meta().file(), folder)) {
                names.add(rule.meta().name());
            }
        }
        return names;
    }

    private static boolean isIn(String file, Path folder) {
        return absolute(Path.of(file)).startsWith(absolute(folder));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path shippedFolder() throws URISyntaxException, Refusal {
        URL index = RuleLoader.class.getResource("/rules/index");
        if (index == null || !index.getProtocol().equals("file")) {
            throw Refusal.usage("the shipped cases are only in a checkout; give a folder");
        }
        return Path.of(index.toURI()).resolveSibling("");
    }
}
