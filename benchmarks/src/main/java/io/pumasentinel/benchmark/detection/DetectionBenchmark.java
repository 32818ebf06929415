package io.pumasentinel.benchmark.detection;

import io.pumasentinel.benchmark.detection.nab.NabBenchmark;
import io.pumasentinel.benchmark.detection.traffic.Endpoint;
import io.pumasentinel.benchmark.detection.traffic.Fault;
import io.pumasentinel.benchmark.detection.traffic.FaultPlan;
import io.pumasentinel.benchmark.detection.traffic.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures detection on simulated traffic: {@code DetectionBenchmark [--seed N] [--days N]
 * [--repeats N] [--consecutive N] [--ours] [--missed] [--nab DIR [--held-out]]}.
 *
 * <p>A day to warm up and seven clean days set the rivals' thresholds; as many days with faults
 * from the third on tell who finds them.
 */
public final class DetectionBenchmark {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long FIRST_FAULT = 2 * DAY;
    private static final int DAYS = 7;
    private static final int REPEATS = 12;

    private DetectionBenchmark() {}

    /** Prints tables. */
    public static void main(String[] given) throws Exception {
        Arguments arguments =
                Arguments.of(
                        given,
                        Set.of("seed", "days", "repeats", "consecutive", "nab"),
                        Set.of("ours", "missed", "held-out"));
        long seed = arguments.number("seed", 1);
        int days = (int) arguments.number("days", DAYS);
        List<Contender> contenders =
                new ArrayList<>(Contender.all((int) arguments.number("consecutive", 1)));
        if (arguments.has("ours")) {
            contenders.subList(1, contenders.size()).clear();
        }
        List<Endpoint> endpoints = Service.endpoints(seed);
        long end = (1 + days) * DAY;
        int repeats = (int) arguments.number("repeats", REPEATS);
        List<Fault> faults = FaultPlan.plan(endpoints, FIRST_FAULT, end, repeats, seed);
        List<Trial> clean = new Run(endpoints, List.of(), end).watch(contenders, 2 * seed);
        List<Trial> faulty = new Run(endpoints, faults, end).watch(contenders, 2 * seed + 1);
        DetectionReport report = new DetectionReport(days, endpoints, faults, clean, faulty);
        report.print(System.out);
        if (arguments.has("missed")) {
            report.printOurFaults(System.out);
        }
        if (arguments.text("nab").isPresent()) {
            NabBenchmark.print(
                    Path.of(arguments.text("nab").orElseThrow()), arguments.has("held-out"));
        }
    }
}
