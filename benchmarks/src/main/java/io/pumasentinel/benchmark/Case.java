package io.pumasentinel.benchmark;

import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** One row of the table: a pipeline, its input and the CPU times of its rounds. */
final class Case {
    private final String name;
    private final double linesPerSecond;
    private final long lines;
    private final Pipeline warmUp;
    private final Pipeline measured;
    private final List<Cost> costs = new ArrayList<>();

    private Case(
            String name, double linesPerSecond, long lines, Pipeline warmUp, Pipeline measured) {
        this.name = name;
        this.linesPerSecond = linesPerSecond;
        this.lines = lines;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** The floor over those lines. */
    static Case floor(List<CapturedLine> captured, long lines) {
        return new Case(
                "floor",
                Double.NaN,
                lines,
                new FloorPipeline(captured, lines / 4),
                new FloorPipeline(captured, lines));
    }

    /** The whole job over that workload, written to a file of {@code folder}. */
    static Case whole(Workload workload, Path folder) throws IOException {
        Workload part = workload.of(workload.lines() / 4);
        return new Case(
                workload.name(),
                workload.linesPerSecond(),
                workload.lines(),
                new WholePipeline(part.write(folder), part.lines()),
                new WholePipeline(workload.write(folder), workload.lines()));
    }

    /** The whole job with these rules over the same lines as others: a part of them to warm up. */
    static Case ruled(String name, List<RuleSource> rules, WrittenLines part, WrittenLines all) {
        return new Case(
                name,
                Double.NaN,
                all.lines(),
                new WholePipeline(part.file(), part.lines(), rules),
                new WholePipeline(all.file(), all.lines(), rules));
    }

    /** Warms every case up, then measures all in turn, round by round. */
    static void measure(List<Case> cases, LocalCluster cluster, int rounds) throws Exception {
        for (Case each : cases) {
            each.warmUp(cluster);
        }
        for (int round = 0; round < rounds; round++) {
            for (Case each : cases) {
                each.measure(cluster);
            }
        }
    }

    private void warmUp(LocalCluster cluster) throws Exception {
        cluster.run(warmUp);
    }

    private void measure(LocalCluster cluster) throws Exception {
        costs.add(cluster.run(measured));
    }

    String name() {
        return name;
    }

    /** Lines in a second of event time; NaN where there is no event time. */
    double linesPerSecond() {
        return linesPerSecond;
    }

    long lines() {
        return lines;
    }

    /** CPU nanoseconds of one line: the median of the rounds. */
    double nanosPerLine() {
        return at(0.5, Cost::cpuNanos);
    }

    /** CPU nanoseconds of one line in the fastest round. */
    double fastest() {
        return at(0, Cost::cpuNanos);
    }

    /** CPU nanoseconds of one line in the slowest round. */
    double slowest() {
        return at(1, Cost::cpuNanos);
    }

    /** Nanoseconds on the wall of one line: the median of the rounds. */
    double wallNanosPerLine() {
        return at(0.5, Cost::wallNanos);
    }

    private double at(double share, ToLongFunction<Cost> time) {
        List<Long> sorted = costs.stream().mapToLong(time).sorted().boxed().toList();
        return (double) sorted.get((int) Math.round(share * (sorted.size() - 1))) / lines;
    }
}
