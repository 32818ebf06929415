package io.pumasentinel.cli;

import io.pumasentinel.cli.page.ReportData;
import io.pumasentinel.cli.page.ReportWriter;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.LineFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyze}: the whole job over files, without any service. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole job over files and tells what it finds.",
            "Files may be access logs, error output, JSON logs and stats samples, of several"
                    + " hosts, plain or gzipped."
        })
final class AnalyzeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
    private List<String> files;

    @Option(names = "--stats", paramLabel = "FILE", description = "Samples of /stats, one a line.")
    private @Nullable Path stats;

    @Option(
            names = "--format",
            defaultValue = "auto",
            description = "What the files hold: auto, clf or json (default: auto, line by line).")
    private LineFormat format;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results are written.")
    private @Nullable Path out;

    @Option(names = "--events", description = "Also write every event to events.ndjson.")
    private boolean events;

    @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
    private @Nullable Path config;

    @Option(names = "--rules", paramLabel = "DIR", description = "More rules, beside the shipped.")
    private @Nullable Path rules;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @SuppressWarnings("NullAway.Init") // picocli injects
    AnalyzeCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter print = spec.commandLine().getOut();
        SentinelConfig settings = Configured.read(config);
        AnalysisInput input = AnalysisInput.of(files, stats, settings, format);
        Path folder = out == null ? temporary() : results(out);
        ProgressLine progress = new ProgressLine(err, Terminal.present(), quiet);
        Analysis analysis = new Analysis(settings, Configured.rules(settings, rules, err), folder);
        Counts counts = analysis.run(input, events, progress);
        Outcome outcome = Outcome.read(folder);
        ReportWriter.write(
                folder.resolve("report.html"), ReportData.in(folder, counts.toJson(outcome)));
        new Summary(print).print(counts, outcome);
        counts.signIns().warning().ifPresent(warning -> err.println("warning: " + warning));
        if (out != null) {
            print.println();
            print.println("Results: " + folder + " (report.html shows them)");
        }
        print.flush();
        return 0;
    }

    private static Path results(Path folder) throws IOException, Refusal {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Refusal.usage("--out: not a folder (got " + folder + ")");
        }
        return Files.createDirectories(folder);
    }

    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("puma-sentinel-analyze");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        return folder;
    }
}
