package io.pumasentinel.cli;

import io.pumasentinel.event.ingest.EndpointProposal;
import io.pumasentinel.event.ingest.EndpointProposals;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.LineFormat;
import io.pumasentinel.job.source.ParsedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code endpoints propose}: what a log says that the configuration should declare. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {
            "Reads logs and proposes ingest.endpoint-patterns, as YAML, with the reason of each.",
            "Finds places where values look like names, so that each would be an endpoint of its"
                    + " own, and names that look like values. Look at them before you take them."
        })
final class EndpointsProposeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Logs; - is standard input.")
    private List<String> files;

    @Option(names = "--config", paramLabel = "F", description = "Configuration file.")
    private @Nullable Path config;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most proposals of a kind (default: ${DEFAULT-VALUE}).")
    private int limit;

    @SuppressWarnings("NullAway.Init") // picocli injects
    EndpointsProposeCommand() {}

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw Refusal.usage("--limit: too small (got " + limit + "); 1 or more");
        }
        SentinelConfig settings = Configured.read(config);
        IngestSettings ingest = settings.ingest().settings();
        EndpointProposals proposals = new EndpointProposals(ingest);
        for (FileInput file : AnalysisInput.of(files, null, settings, LineFormat.AUTO).files()) {
            ParsedFile.requests(file, ingest, proposals::take);
        }
        print(proposals, ingest.endpointPatterns(), spec.commandLine().getOut());
        return 0;
    }

    private void print(EndpointProposals proposals, List<String> declared, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "# %,d requests answered 200 to 399, %,d endpoints.%n",
                proposals.requests(),
                proposals.endpoints());
        if (proposals.passedOver() > 0) {
            out.printf(
                    Locale.ROOT,
                    "# Too many different paths: %,d requests were not looked at.%n",
                    proposals.passedOver());
        }
        List<EndpointProposal> found = proposals.proposals(limit);
        if (found.isEmpty()) {
            out.println("# Nothing to propose.");
        } else {
            out.println("ingest:");
            out.println("  endpoint-patterns:");
            declared.forEach(pattern -> out.println("    - " + quoted(pattern)));
            found.forEach(proposal -> print(proposal, out));
        }
        out.flush();
    }

    private static void print(EndpointProposal proposal, PrintWriter out) {
        out.println("    # " + reason(proposal));
        out.println("    # such as " + oneLine(String.join(", ", proposal.examples())));
        out.println("    - " + quoted(proposal.pattern()));
    }

    private static String reason(EndpointProposal proposal) {
        String requests = String.format(Locale.ROOT, "%,d requests", proposal.requests());
        String values = String.format(Locale.ROOT, "%,d", proposal.values());
        return switch (proposal.reason()) {
            case MANY_VALUES -> requests + "; " + values + " different texts, most of them rare";
            case ONE_ROUTE -> requests + "; " + values + " different texts, served by one action";
            case NAME_AMONG_VALUES -> requests + "; a frequent name where values stand";
            case FEW_VALUES -> requests + "; a name that looks like a value";
        };
    }

    /** Text of the log must not end the comment. */
    private static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .limit(300)
                .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return out.toString();
    }

    private static String quoted(String pattern) {
        return "'" + oneLine(pattern).replace("'", "''") + "'";
    }
}
