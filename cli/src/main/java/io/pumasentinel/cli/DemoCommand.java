package io.pumasentinel.cli;

import io.pumasentinel.cli.demo.Demo;
import io.pumasentinel.cli.demo.DemoIndices;
import io.pumasentinel.cli.demo.DemoPage;
import io.pumasentinel.cli.demo.DemoStack;
import io.pumasentinel.cli.demo.Replay;
import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.cli.page.ResultsServer;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.event.EventKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
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
                    + " results page."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int FLINK_PORT = 8081;
    private static final Duration NODE_PATIENCE = Duration.ofMinutes(1);

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

    @SuppressWarnings("NullAway.Init") // picocli injects
    DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = folder();
        tell(err, "starting Kafka and Elasticsearch on " + folder);
        try (DemoStack stack = start(folder)) {
            return run(stack, folder, err);
        }
    }

    private int run(DemoStack stack, Path folder, PrintWriter err) throws Exception {
        ElasticsearchConnection connection = ElasticsearchConnection.to(stack.elasticsearchUrl());
        IndexSetup.install(connection, NODE_PATIENCE);
        Replay replay = new Replay(stack.bootstrapServers());
        replay.createTopics();
        int flinkPort = FreePort.near(FLINK_PORT);
        Demo demo = Demo.submit(stack, flinkPort);
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            DemoPage page = new DemoPage(search);
            try (ResultsServer server = ResultsServer.start(port, page)) {
                Thread hook = cleanEnd(demo, stack);
                links(err, server, flinkPort, stack);
                long written = replay.run();
                tell(err, String.format(Locale.ROOT, "replayed %,d lines into Kafka", written));
                follow(demo, page, err);
                finish(demo, search, page, folder);
                if (!exitWhenDone) {
                    tell(err, "results at " + server.uri() + "; Ctrl-C ends");
                    Thread.currentThread().join();
                }
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        return 0;
    }

    private DemoStack start(Path folder) throws Refusal {
        try {
            return DemoStack.start(folder);
        } catch (IOException e) {
            throw Refusal.failed(RootCause.of(e));
        }
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

    private void finish(Demo demo, ElasticsearchSearch search, DemoPage page, Path folder)
            throws Exception {
        long requests = demo.events(EventKind.ACCESS);
        demo.flush(folder.resolve("savepoints").toUri().toString(), exitWhenDone);
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
