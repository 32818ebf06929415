package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.EndpointModel;
import io.pumasentinel.baseline.RequestBaseline;
import io.pumasentinel.baseline.WindowCounts;
import io.pumasentinel.benchmark.detection.traffic.Endpoint;
import io.pumasentinel.benchmark.detection.traffic.EndpointTraffic;
import io.pumasentinel.benchmark.detection.traffic.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the baselines cost: a request scored, a window closed. The windows are those of the
 * simulated service after two days, all endpoints in turn; only windows with requests count. A
 * round is a number of operations, not a time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class BaselineBenchmark {
    private static final int REQUESTS = 5_000_000;
    private static final int WINDOWS = 100_000;
    private static final long SEED = 1;
    private static final long WARM = Duration.ofDays(2).toMillis();

    private final BaselineSettings settings = BaselineSettings.defaults();
    private final List<Endpoint> endpoints = Service.endpoints(SEED);
    private final List<EndpointModel> models = new ArrayList<>();
    private final List<EndpointTraffic> traffic = new ArrayList<>();
    private final RequestBaseline[] baselines = new RequestBaseline[Service.ENDPOINTS];
    private final long[] latencies = new long[1 << 16];
    private final WindowCounts[] windows = new WindowCounts[WINDOWS];
    private final int[] owners = new int[WINDOWS];
    private long nextMillis = WARM;

    /**
     * Teaches every endpoint's model two days, makes the windows that come next, and prints what
     * the models take in a checkpoint.
     */
    @Setup
    public void learn() {
        for (Endpoint endpoint : endpoints) {
            EndpointTraffic own = new EndpointTraffic(endpoint, List.of(), SEED);
            EndpointModel model = new EndpointModel();
            for (long at = 0; at < WARM; at += EndpointTraffic.WINDOW_MILLIS) {
                WindowCounts window = own.next(at);
                if (window.count > 0) {
                    model.close(window, settings);
                }
            }
            traffic.add(own);
            models.add(model);
            baselines[endpoint.number()] = model.requestBaseline(settings);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < latencies.length; i++) {
            double median = endpoints.get(i % Service.ENDPOINTS).latency().medianSeconds();
            latencies[i] = Math.round(median * 1e9 * Math.exp(0.6 * random.nextGaussian()));
        }
        simulate();
        printBytes();
    }

    private void simulate() {
        int made = 0;
        while (made < WINDOWS) {
            for (int owner = 0; owner < Service.ENDPOINTS && made < WINDOWS; owner++) {
                WindowCounts window = traffic.get(owner).next(nextMillis);
                if (window.count > 0) {
                    owners[made] = owner;
                    windows[made++] = window;
                }
            }
            nextMillis += EndpointTraffic.WINDOW_MILLIS;
        }
    }

    /** Brings the same windows again, later: to simulate new ones would count as CPU time. */
    @Setup(Level.Iteration)
    public void later() {
        for (WindowCounts window : windows) {
            window.startMillis += nextMillis - WARM;
        }
    }

    /** A latency against its endpoint's baseline. */
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void scoreRequest(Blackhole scores) {
        for (int i = 0; i < REQUESTS; i++) {
            int slot = i & (latencies.length - 1);
            scores.consume(baselines[slot % Service.ENDPOINTS].score(latencies[slot]));
        }
    }

    /** A window judged and learned. */
    @Benchmark
    @OperationsPerInvocation(WINDOWS)
    public void judgeWindow(Blackhole scores) {
        for (int i = 0; i < WINDOWS; i++) {
            scores.consume(models.get(owners[i]).close(windows[i], settings));
        }
    }

    /** The same, and the request baseline made of it, as the job does. */
    @Benchmark
    @OperationsPerInvocation(WINDOWS)
    public void closeWindow(Blackhole scores) {
        for (int i = 0; i < WINDOWS; i++) {
            EndpointModel model = models.get(owners[i]);
            scores.consume(model.close(windows[i], settings));
            scores.consume(model.requestBaseline(settings));
        }
    }

    private void printBytes() {
        long[] bytes = models.stream().mapToLong(StateSize::ofPojo).sorted().toArray();
        System.out.printf(
                "bytes an endpoint: mean %d, most %d%n",
                Arrays.stream(bytes).sum() / bytes.length, bytes[bytes.length - 1]);
    }
}
