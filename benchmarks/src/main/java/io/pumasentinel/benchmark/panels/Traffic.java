package io.pumasentinel.benchmark.panels;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests to 40 endpoints by 20,000 clients: the first of each are much more frequent than the
 * last, latencies are log-normal around an endpoint's own median, one request in 50 fails.
 */
final class Traffic {
    private static final int ENDPOINTS = 40;
    private static final int CLIENTS = 20_000;
    private static final String[] METHODS = {"GET", "GET", "GET", "POST", "PUT"};
    private static final String[] NAMES = {
        "products", "orders", "users", "search", "comments", "reports", "cart", "sessions"
    };

    private final Random random;
    private final List<List<Access>> current = new ArrayList<>();
    private long position;

    Traffic(Random random) {
        this.random = random;
        for (int i = 0; i < ENDPOINTS; i++) {
            current.add(new ArrayList<>());
        }
    }

    /** The requests that complete in one slot; {@link #windows} tells of them afterwards. */
    List<PumaEvent> requests(long startMillis, long lengthMillis, int count) {
        current.forEach(List::clear);
        List<PumaEvent> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int endpoint = skewed(ENDPOINTS);
            Access access = access(endpoint);
            current.get(endpoint).add(access);
            long time = startMillis + i * lengthMillis / count;
            Position where = Position.ofRecord("puma-access", 0, position++);
            PumaEvent event =
                    PumaEvent.of(new Origin("shop", "web-" + (1 + i % 3), where), time, access);
            double score = random.nextDouble() * random.nextDouble();
            requests.add(
                    event.judged(
                            RequestScore.ofLatency(
                                    score,
                                    access.durationNanos(),
                                    medianNanos(endpoint),
                                    4 * medianNanos(endpoint)),
                            signals(access),
                            List.of()));
        }
        return requests;
    }

    private static List<String> signals(Access access) {
        if (access.status() >= 500) {
            return List.of("server.error");
        }
        return access.status() == 404 ? List.of("probe.path") : List.of();
    }

    private Access access(int endpoint) {
        int client = skewed(CLIENTS);
        String address = "198.18." + client / 250 + "." + (1 + client % 250);
        String method = METHODS[endpoint % METHODS.length];
        String name = NAMES[endpoint % NAMES.length];
        String path = "/" + name + "/" + endpoint + "/" + random.nextInt(1_000_000);
        String query = random.nextInt(4) == 0 ? "page=" + random.nextInt(50) : null;
        long duration = (long) (medianNanos(endpoint) * Math.exp(0.5 * random.nextGaussian()));
        return new Access(
                address,
                null,
                method,
                path,
                query,
                "HTTP/1.1",
                status(),
                200 + random.nextInt(20_000),
                duration,
                endpoint(endpoint),
                AuthOutcome.NONE,
                false,
                false,
                14_034,
                null,
                null,
                null,
                null);
    }

    private int status() {
        int chance = random.nextInt(1000);
        if (chance < 5) {
            return 500;
        }
        return chance < 20 ? 404 : 200;
    }

    /** The windows of the slot, one for each endpoint that had a request. */
    List<EndpointWindow> windows(long startMillis, long lengthMillis) {
        List<EndpointWindow> windows = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            if (!current.get(i).isEmpty()) {
                windows.add(window(i, current.get(i), startMillis, lengthMillis));
            }
        }
        return windows;
    }

    private EndpointWindow window(int endpoint, List<Access> requests, long start, long length) {
        long[] nanos = requests.stream().mapToLong(Access::durationNanos).sorted().toArray();
        return new EndpointWindow(
                "shop",
                endpoint(endpoint),
                start,
                length,
                nanos.length,
                requests.stream().filter(request -> request.status() == 404).count(),
                requests.stream().filter(request -> request.status() >= 500).count(),
                requests.stream().mapToLong(Access::responseBytes).sum(),
                quantile(nanos, 0.5),
                quantile(nanos, 0.95),
                quantile(nanos, 0.99),
                scores(endpoint, nanos, length),
                List.of(new AddressCount("198.18.0.7", 1)));
    }

    private List<MetricScore> scores(int endpoint, long[] nanos, long length) {
        double median = medianNanos(endpoint) / 1e9;
        double rate = nanos.length * 1000.0 / length;
        return List.of(
                score("rate", rate, rate, length),
                score("errors_4xx", 0, 0.015, length),
                score("errors_5xx", 0, 0.005, length),
                score("bytes", 10_000, 10_200, length),
                score("latency.p50", quantile(nanos, 0.5) / 1e9, median, length),
                score("latency.p95", quantile(nanos, 0.95) / 1e9, 2.3 * median, length),
                score("latency.p99", quantile(nanos, 0.99) / 1e9, 3.2 * median, length));
    }

    /** One in 100 leaves its band. */
    private MetricScore score(String metric, double observed, double expected, long length) {
        double score = random.nextInt(100) == 0 ? 0.9 : 0.5 * random.nextDouble();
        return new MetricScore(
                metric, score, observed, expected, 0.5 * expected, 2 * expected, length);
    }

    private static long quantile(long[] ascending, double quantile) {
        return ascending[(int) Math.ceil(quantile * ascending.length) - 1];
    }

    private static long medianNanos(int endpoint) {
        return 2_000_000L * (1 + endpoint % 20);
    }

    private static String endpoint(int endpoint) {
        return METHODS[endpoint % METHODS.length]
                + " /"
                + NAMES[endpoint % NAMES.length]
                + "/"
                + endpoint
                + "/{id}";
    }

    /** A number below {@code limit}, the small ones more often: the square of a uniform one. */
    private int skewed(int limit) {
        double uniform = random.nextDouble();
        return (int) (uniform * uniform * limit);
    }
}
