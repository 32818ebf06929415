package io.pumasentinel.cli;

import io.pumasentinel.cli.demo.DemoStack;
import io.pumasentinel.cli.demo.OwnStack;
import io.pumasentinel.elasticsearch.ClusterCheck;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.job.sink.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything ready that the demo needs, or says why not, before the first line is replayed.
 */
final class DemoPreparation {
    private static final Duration NODE_PATIENCE = Duration.ofMinutes(1);

    private final Consumer<String> told;

    DemoPreparation(Consumer<String> told) {
        this.told = told;
    }

    /**
     * The user's own stack, if the options name one.
     *
     * @throws Refusal if they do not make sense, or the environment does not
     */
    static Optional<OwnStack> own(
            @Nullable String elasticsearch, @Nullable String kibana, Map<String, String> env)
            throws Refusal {
        if (elasticsearch == null && kibana != null) {
            throw Refusal.usage(
                    "--kibana: dashboards over nothing (got no --elasticsearch); give the address"
                            + " of the cluster that this Kibana shows, too");
        }
        try {
            return elasticsearch == null
                    ? Optional.empty()
                    : Optional.of(OwnStack.of(elasticsearch, kibana, env));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Starts what the user has not. */
    static DemoStack start(Path folder, Optional<OwnStack> own) throws Refusal {
        try {
            return DemoStack.start(folder, own.map(OwnStack::elasticsearch).orElse(null));
        } catch (IOException e) {
            throw Refusal.failed(RootCause.of(e));
        }
    }

    /** Installs the templates on the demo's own node. */
    static void prepare(DemoStack stack) throws IOException {
        IndexSetup.install(Connections.of(stack.elasticsearch()), NODE_PATIENCE);
    }

    /**
     * Checks the user's cluster, installs the templates and, with a Kibana, the dashboards.
     *
     * @throws Refusal if any of it cannot be done
     */
    Optional<DemoDashboards> prepare(OwnStack own) throws Refusal, InterruptedException {
        ElasticsearchConnection connection = Connections.of(own.elasticsearch());
        String url = own.elasticsearch().urls().get(0);
        try {
            told.accept("Elasticsearch " + ClusterCheck.of(connection) + " at " + url);
            IndexSetup.install(connection, NODE_PATIENCE)
                    .shortcomings()
                    .forEach(lack -> told.accept("Elasticsearch: " + lack));
        } catch (IOException e) {
            throw Refusal.failed("Elasticsearch at " + url + ": " + RootCause.of(e));
        }
        return DemoDashboards.install(own, told);
    }

    /** How to take out of the user's cluster what the demo brought. */
    static List<String> undoing(DemoStack stack, List<String> indices) {
        return List.of(
                "to remove the demo's documents, with your credentials: curl -X DELETE '"
                        + stack.elasticsearchUrl()
                        + "/"
                        + String.join(",", indices)
                        + "'",
                "templates and dashboards are the same as for real use and stay; puma-sentinel"
                        + " setup --remove, with these addresses in its configuration, removes"
                        + " them");
    }
}
