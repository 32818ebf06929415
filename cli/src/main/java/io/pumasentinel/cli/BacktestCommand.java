package io.pumasentinel.cli;

import io.pumasentinel.cli.backtest.Backtest;
import io.pumasentinel.cli.backtest.Episode;
import io.pumasentinel.cli.backtest.Section;
import io.pumasentinel.cli.backtest.Truth;
import io.pumasentinel.cli.backtest.TruthReader;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.LineFormat;
import io.pumasentinel.sigma.RuleSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backtest}: the whole job over files, held against what really happened. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole job over files of the past and holds its alerts against labelled"
                    + " episodes: found, missed, false, time to alert.",
            "docs/backtest.md describes the truth file and every figure."
        })
final class BacktestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
    private List<String> files;

    @Option(
            names = "--truth",
            paramLabel = "T",
            required = true,
            description = "What really happened: a JSON object an episode, one a line.")
    private Path truth;

    @Option(names = "--stats", paramLabel = "FILE", description = "Samples of /stats, one a line.")
    private @Nullable Path stats;

    @Option(
            names = "--format",
            defaultValue = "auto",
            description = "What the files hold: auto, clf or json (default: auto, line by line).")
    private LineFormat format;

    @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
    private @Nullable Path config;

    @Option(
            names = "--compare",
            paramLabel = "F",
            description = "A second configuration: both side by side.")
    private @Nullable Path compare;

    @Option(names = "--rules", paramLabel = "DIR", description = "More rules, beside the shipped.")
    private @Nullable Path rules;

    @Option(
            names = "--tail",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Seconds after an episode's end in which a rule may hold because of it"
                            + " (default: 60).")
    private int tailSeconds;

    @Option(
            names = "--min-recall",
            paramLabel = "R",
            defaultValue = "0",
            description = "Exit code 1 if fewer episodes are found: 0 to 1 (default: 0).")
    private double minRecall;

    @Option(
            names = "--max-false",
            paramLabel = "N",
            description = "Exit code 1 if more alerts are false (default: no limit).")
    private @Nullable Long maxFalse;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where backtest.json, backtest.md and the analysis are written.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @SuppressWarnings("NullAway.Init") // picocli injects
    BacktestCommand() {}

    @Override
    public Integer call() throws Exception {
        checkOptions();
        Truth known = new Truth(episodes(), Duration.ofSeconds(tailSeconds));
        PreparedBacktest first = prepared(config, known);
        PreparedBacktest second = compare == null ? null : prepared(compare, known);
        BacktestResults results = BacktestResults.in(out);
        Backtest one = first.run(results.folder(""), progress());
        if (second == null) {
            results.write(one);
            print(one.sections());
        } else {
            Backtest other = second.run(results.folder("compared"), progress());
            results.write(one, other);
            print(Backtest.compared(one, other));
        }
        return gate(one);
    }

    private void checkOptions() throws Refusal {
        if (tailSeconds < 0) {
            throw Refusal.usage("--tail: negative (got " + tailSeconds + "); 0 or more seconds");
        }
        if (!(minRecall >= 0 && minRecall <= 1)) {
            throw Refusal.usage("--min-recall: out of range (got " + minRecall + "); 0 to 1");
        }
        if (maxFalse != null && maxFalse < 0) {
            throw Refusal.usage("--max-false: negative (got " + maxFalse + "); 0 or more");
        }
        if (compare != null && files.contains("-")) {
            throw Refusal.usage(
                    "--compare: standard input can be read only once (got -); name files");
        }
    }

    private List<Episode> episodes() throws Exception {
        if (!Files.isReadable(truth) || Files.isDirectory(truth)) {
            throw Refusal.usage("--truth: the file cannot be read (got " + truth + ")");
        }
        return TruthReader.read(truth);
    }

    private PreparedBacktest prepared(@Nullable Path file, Truth known) throws Exception {
        SentinelConfig settings = Configured.read(file);
        AnalysisInput input = AnalysisInput.of(files, stats, settings, format);
        PrintWriter err = spec.commandLine().getErr();
        List<RuleSource> sources = Configured.rules(settings, rules, err);
        PreparedBacktest prepared = new PreparedBacktest(settings, sources, input, known);
        prepared.unknownRules().forEach(rule -> err.println("warning: " + rule));
        return prepared;
    }

    private ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr(), Terminal.present(), quiet);
    }

    private void print(List<Section> sections) {
        PrintWriter print = spec.commandLine().getOut();
        sections.forEach(section -> print.println(section.text()));
        if (out != null) {
            print.println("Results: " + out + " (backtest.md, backtest.json)");
        }
        print.flush();
    }

    /** The first configuration is the one on trial. */
    private int gate(Backtest backtest) {
        List<String> failures =
                backtest.failures(minRecall, maxFalse == null ? Long.MAX_VALUE : maxFalse);
        failures.forEach(failure -> spec.commandLine().getErr().println("failed: " + failure));
        return failures.isEmpty() ? 0 : PumaSentinel.FAILED;
    }
}
