package io.pumasentinel.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One row of the table: a pipeline, its input and the CPU times of its rounds. */
final class Case {
    private final String name;
    private final double linesPerSecond;
    private final long lines;
    private final Pipeline warmUp;
    private final Pipeline measured;
    private final List<Long> cpuNanos = new ArrayList<>();

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

    void warmUp(LocalCluster cluster) throws Exception {
        cluster.run(warmUp);
    }

    void measure(LocalCluster cluster) throws Exception {
        cpuNanos.add(cluster.run(measured));
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
        return at(0.5);
    }

    /** CPU nanoseconds of one line in the fastest round. */
    double fastest() {
        return at(0);
    }

    /** CPU nanoseconds of one line in the slowest round. */
    double slowest() {
        return at(1);
    }

    private double at(double share) {
        List<Long> sorted = cpuNanos.stream().sorted().toList();
        return (double) sorted.get((int) Math.round(share * (sorted.size() - 1))) / lines;
    }
}
