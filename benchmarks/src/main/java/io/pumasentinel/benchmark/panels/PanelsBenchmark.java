package io.pumasentinel.benchmark.panels;

import io.pumasentinel.benchmark.ScratchFolder;
import io.pumasentinel.cli.kibana.bundle.KibanaSources;
import io.pumasentinel.cli.kibana.bundle.NamedQuery;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures every panel's query on a full week: {@code PanelsBenchmark [REQUESTS [RUNS [URL]]]}, by
 * default five million requests and 20 runs of each query; with the URL of a node that another run
 * has loaded it only asks.
 *
 * <p>Starts an Elasticsearch node with the project's templates, loads seeded documents written by
 * the job's own classes ({@link Week}) and asks each query again and again over the whole week and
 * over its last day, one after the other, without the request cache. Runs in the project's folder,
 * whose panels, searches and charts it reads. Needs some 3 GB of disk in the temporary folder and
 * the node's heap beside its own.
 */
public final class PanelsBenchmark {
    private static final int HEAP_MEGABYTES = 2048;
    private static final Instant END = Instant.parse("2026-11-22T00:00:00Z");

    private PanelsBenchmark() {}

    /** Prints a table of all queries; fails if a document or a query is refused. */
    public static void main(String[] arguments) throws Exception {
        long requests = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5_000_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        List<PanelQuery> queries = queries();
        if (arguments.length > 2) {
            measure(new Searches(URI.create(arguments[2])), queries, runs, System.out);
            return;
        }
        try (ScratchFolder folder = ScratchFolder.create("panels-benchmark");
                ElasticsearchProcess node =
                        ElasticsearchProcess.start(folder.path(), 0, HEAP_MEGABYTES)) {
            IndexSetup.install(
                    ElasticsearchConnection.to(node.url().toString()), Duration.ofMinutes(1));
            Searches searches = new Searches(node.url());
            load(searches, requests);
            measure(searches, queries, runs, System.out);
        }
    }

    /** What Kibana sends for native panels, saved searches and charts; what two ask alike, once. */
    private static List<PanelQuery> queries() throws IOException {
        List<PanelQuery> queries = new ArrayList<>();
        for (NamedQuery named : KibanaSources.read(Path.of("")).queries()) {
            String body = named.body().toString();
            PanelQuery query = new PanelQuery(named.name(), named.index(), body);
            if (queries.stream().noneMatch(query::asksLike)) {
                queries.add(query);
            }
        }
        return queries;
    }

    private static void load(Searches searches, long requests)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        long documents;
        try (Bulk bulk = new Bulk(searches)) {
            new Week(END, requests).write(bulk);
            documents = bulk.documents();
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        searches.call("POST", "/_refresh", "");
        System.out.printf(
                Locale.ROOT,
                "%nLoaded %,d documents in %.0f s: %,.0f a second; node heap %d MB.%n%s%n",
                documents,
                seconds,
                documents / seconds,
                HEAP_MEGABYTES,
                searches.call("GET", "/_cat/indices?h=index,docs.count,store.size&s=index", ""));
    }

    private static void measure(
            Searches searches, List<PanelQuery> queries, int runs, PrintStream out)
            throws IOException, InterruptedException {
        List<TimeRange> ranges =
                List.of(
                        new TimeRange("7 days", END.minus(Duration.ofDays(7)), END),
                        new TimeRange("1 day", END.minus(Duration.ofDays(1)), END));
        List<Timing> timings = new ArrayList<>();
        out.println("| query | range | p50 ms | p95 ms | most ms | node's CPU ms | answer kB |");
        out.println("|---|---|---|---|---|---|---|");
        for (PanelQuery query : queries) {
            for (TimeRange range : ranges) {
                Timing timing = Timing.of(searches, query, range, runs);
                out.println(timing.row());
                timings.add(timing);
            }
        }
        timings.sort(Comparator.comparingDouble(timing -> -timing.millis(0.95)));
        out.printf(
                Locale.ROOT,
                "%nSlowest by p95: %s over %s, %.0f ms; the promise is 1,000 ms.%n",
                timings.get(0).panel(),
                timings.get(0).range(),
                timings.get(0).millis(0.95));
    }
}
