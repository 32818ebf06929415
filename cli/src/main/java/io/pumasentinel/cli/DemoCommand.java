package io.pumasentinel.cli;

import io.pumasentinel.cli.demo.Demo;
import io.pumasentinel.cli.demo.DemoIndices;
import io.pumasentinel.cli.demo.DemoPage;
import io.pumasentinel.cli.demo.DemoStack;
import io.pumasentinel.cli.demo.OwnStack;
import io.pumasentinel.cli.demo.Replay;
import io.pumasentinel.cli.demo.Replayed;
import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.cli.page.ResultsServer;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.job.sink.Connections;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the main job on an embedded stack, over a recorded day of a real Puma. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the main job on an embedded stack: a real Kafka broker, a real Elasticsearch"
                    + " node, Flink with its web page.",
            "Replays the bundled capture of a real Puma, prints alerts as they fire and serves the"
                    + " results page.",
            "With --elasticsearch it replays into your own cluster, under the namespace demo; with"
                    + " --kibana as well it installs the dashboards and prints their addresses."
        },
        footerHeading = "%nCredentials for --elasticsearch, from the environment only:%n",
        footer = {
            "  PUMA_SENTINEL_ELASTICSEARCH_USERNAME with ..._PASSWORD, or one of",
            "  ..._API_KEY and ..._TOKEN; or with _FILE behind the name, as in",
            "  ..._PASSWORD_FILE, a file that holds the secret.",
            "  ..._CA_FILE (PEM) or ..._CA_FINGERPRINT (SHA-256): who signed the",
            "  server's certificate.",
            "For --kibana the same with PUMA_SENTINEL_KIBANA_; without credentials",
            "there, those of Elasticsearch.",
            "  PUMA_SENTINEL_KIBANA_SPACE: the space that gets the dashboards; made",
            "  if missing."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int FLINK_PORT = 8081;

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port of the results page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--exit-when-done", description = "Ends after the replay with a summary.")
    private boolean exitWhenDone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where Kafka and Elasticsearch keep their data (default: data/demo).")
    private @Nullable Path data;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "Replays into this cluster, under the namespace demo; none is started.")
    private @Nullable String elasticsearch;

    @Option(
            names = "--kibana",
            paramLabel = "URL",
            description = "With --elasticsearch: installs the dashboards in the Kibana over it.")
    private @Nullable String kibana;

    @SuppressWarnings("NullAway.Init") // picocli injects
    DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Optional<OwnStack> own = DemoPreparation.own(elasticsearch, kibana, System.getenv());
        DemoPreparation preparation = new DemoPreparation(line -> tell(err, line));
        Optional<DemoDashboards> dashboards =
                own.isPresent() ? preparation.prepare(own.get()) : Optional.empty();
        Path folder = folder();
        String services = own.isPresent() ? "Kafka" : "Kafka and Elasticsearch";
        tell(err, "starting " + services + " on " + folder);
        try (DemoStack stack = DemoPreparation.start(folder, own)) {
            if (own.isEmpty()) {
                DemoPreparation.prepare(stack);
            }
            return run(stack, dashboards, err);
        }
    }

    private int run(DemoStack stack, Optional<DemoDashboards> dashboards, PrintWriter err)
            throws Exception {
        ElasticsearchConnection connection = Connections.of(stack.elasticsearch());
        Replay replay = new Replay(stack.bootstrapServers());
        replay.createTopics();
        int flinkPort = FreePort.near(FLINK_PORT);
        Demo demo = Demo.submit(stack, flinkPort);
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            DemoPage page = new DemoPage(search);
            try (ResultsServer server = ResultsServer.start(port, page)) {
                Thread hook = cleanEnd(demo, stack);
                links(err, server, flinkPort, stack);
                Replayed replayed = replay.run();
                told(err, replayed, dashboards);
                follow(demo, page, err);
                finish(demo, search, page);
                if (stack.isOwn()) {
                    DemoPreparation.undoing(stack, new DemoIndices(search).names())
                            .forEach(line -> tell(err, line));
                }
                if (!exitWhenDone) {
                    tell(err, "results at " + server.uri() + "; Ctrl-C ends");
                    Thread.currentThread().join();
                }
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        return 0;
    }

    /** On Ctrl-C: the job first, so that nothing writes to services that are going away. */
    private static Thread cleanEnd(Demo demo, DemoStack stack) {
        return OnInterrupt.run(
                () -> {
                    demo.cancel();
                    stack.closeQuietly();
                });
    }

    private static void links(
            PrintWriter err, ResultsServer server, int flinkPort, DemoStack stack) {
        tell(err, "results page  " + server.uri());
        tell(err, "Flink         http://127.0.0.1:" + flinkPort + "/");
        tell(err, "Elasticsearch " + stack.elasticsearchUrl());
        tell(err, "Kafka         " + stack.bootstrapServers());
    }

    private static void told(
            PrintWriter err, Replayed replayed, Optional<DemoDashboards> dashboards) {
        tell(err, String.format(Locale.ROOT, "replayed %,d lines into Kafka", replayed.written()));
        List<String> links = dashboards.map(all -> all.links(replayed)).orElse(List.of());
        links.forEach(link -> tell(err, link));
    }

    private static void follow(Demo demo, DemoPage page, PrintWriter err) throws Exception {
        ProgressLine progress = new ProgressLine(err, Terminal.present(), false);
        demo.awaitEnd(
                now -> {
                    page.running(now.lines(), demo.lines());
                    progress.show(
                            String.format(
                                    Locale.ROOT, "%,d of %,d lines", now.lines(), demo.lines()));
                });
        progress.clear();
    }

    private void finish(Demo demo, ElasticsearchSearch search, DemoPage page) throws Exception {
        long requests = demo.events(EventKind.ACCESS);
        demo.signIns()
                .warning()
                .ifPresent(warning -> tell(spec.commandLine().getErr(), "warning: " + warning));
        demo.flush(folder().resolve("savepoints").toUri().toString(), exitWhenDone);
        DemoIndices indices = new DemoIndices(search);
        indices.refresh();
        Map<String, Long> documents = indices.counts();
        page.done(demo.lines(), requests, documents);
        new DemoSummary(spec.commandLine().getOut())
                .print(demo.lines(), requests, documents, indices.alerts());
    }

    private Path folder() {
        if (data != null) {
            return data;
        }
        String home = System.getProperty("puma-sentinel.home", ".");
        return Path.of(home).resolve("data").resolve("demo");
    }

    private static void tell(PrintWriter err, String text) {
        err.println("puma-sentinel: " + text);
        err.flush();
    }
}
