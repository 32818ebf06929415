package io.pumasentinel.cli;

import io.pumasentinel.cli.review.Review;
import io.pumasentinel.cli.review.ReviewSpan;
import io.pumasentinel.cli.review.Scope;
import io.pumasentinel.cli.review.print.HtmlReview;
import io.pumasentinel.cli.review.print.MarkdownReview;
import io.pumasentinel.cli.review.print.Runbooks;
import io.pumasentinel.cli.review.source.ElasticsearchReview;
import io.pumasentinel.cli.review.source.FileReview;
import io.pumasentinel.cli.review.source.ReviewSource;
import io.pumasentinel.cli.review.source.Span;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.sink.Connections;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: the regular review of what Elasticsearch or an analysis holds. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the regular review: alerts by outcome, noisy rules, suspicious clients,"
                + " sign-ins, errors, changed and slow endpoints, silence, dead letters, what to"
                + " do.",
            "Reads the Elasticsearch of a configuration, or a folder that analyze --out wrote."
        })
final class ReportCommand implements Callable<Integer> {
    /** How a review is written. */
    enum Format {
        MARKDOWN,
        HTML
    }

    /** Where the numbers come from. */
    static final class Origin {
        @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
        private @Nullable Path config;

        @Parameters(paramLabel = "DIR", description = "What analyze --out DIR --events wrote.")
        private @Nullable Path folder;
    }

    /** Long spans are many documents. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Origin origin;

    @Option(
            names = "--since",
            paramLabel = "LENGTH",
            description =
                    "How far back: 90m, 24h, 7d, 4w or an instant (default: 24h; for DIR all).")
    private @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Its end, such as 2026-11-21T21:00:00Z (default: now; for DIR its end).")
    private @Nullable String until;

    @Option(names = "--service", paramLabel = "NAME", description = "Of this service only.")
    private @Nullable String service;

    @Option(
            names = "--format",
            description = "markdown or html (default: by the name of --out, else markdown).")
    private @Nullable Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "File instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--runbooks",
            paramLabel = "ADDRESS",
            defaultValue = Runbooks.DEFAULT,
            description = "Where links to runbooks lead (default: ${DEFAULT-VALUE}).")
    private String runbooks;

    @SuppressWarnings("NullAway.Init") // picocli injects
    ReportCommand() {}

    @Override
    public Integer call() throws Exception {
        Runbooks links = links();
        Path target = out == null ? null : target(out);
        Review review = origin.folder == null ? ofCluster() : ofFiles(origin.folder);
        if (review.isEmpty()) {
            spec.commandLine().getErr().println("warning: no request and no alert in the span");
        }
        String text =
                isHtml()
                        ? new HtmlReview(links).write(review)
                        : new MarkdownReview(links).write(review);
        if (target == null) {
            PrintWriter print = spec.commandLine().getOut();
            print.print(text);
            print.flush();
        } else {
            replace(target, text);
        }
        return 0;
    }

    private Review ofCluster() throws Exception {
        ElasticsearchConfig config =
                Configured.cluster(Objects.requireNonNull(origin.config)).elasticsearch();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Span span = span(now, since == null ? "24h" : since);
        try (ReviewSource source =
                new ElasticsearchReview(
                        Connections.of(config).answeringWithin(PATIENCE), config.namespace())) {
            return Review.of(source, new Scope(span, service));
        } catch (IOException e) {
            throw Refusal.failed(
                    "Elasticsearch at "
                            + String.join(", ", config.urls())
                            + ": the review cannot be made (got "
                            + RootCause.of(e)
                            + ")");
        }
    }

    private Review ofFiles(Path folder) throws Exception {
        try (FileReview source = new FileReview(folder)) {
            Span all =
                    source.extent()
                            .orElseThrow(
                                    () ->
                                            Refusal.failed(
                                                    "neither windows nor alerts (got "
                                                            + folder
                                                            + "); the analysis understood"
                                                            + " nothing"));
            Span span =
                    since == null && until == null
                            ? all
                            : span(all.until(), since == null ? all.from().toString() : since);
            return Review.of(source, new Scope(span, service));
        } catch (NoSuchFileException e) {
            throw Refusal.usage(
                    "no result of analyze --out (got "
                            + folder
                            + "; "
                            + e.getFile()
                            + " is missing)");
        }
    }

    private Span span(Instant end, String from) throws Refusal {
        try {
            return ReviewSpan.ending(until == null ? end : ReviewSpan.instant(until), from);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private Runbooks links() throws Refusal {
        try {
            return new Runbooks(runbooks);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--runbooks: " + e.getMessage());
        }
    }

    private boolean isHtml() {
        if (format != null) {
            return format == Format.HTML;
        }
        return out != null && out.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?");
    }

    private static Path target(Path file) throws Refusal {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw Refusal.usage("--out: not a file in a folder that exists (got " + file + ")");
        }
        return file;
    }

    /** Whoever reads the file meanwhile sees the old or the new one, never half of it. */
    private static void replace(Path target, String text) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, ".review", ".part");
        try {
            Files.writeString(whole, text);
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
