package io.pumasentinel.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Timer;

/**
 * Floods the whole job: {@code StressBenchmark [SECONDS]}, by default 60 seconds of event time of
 * every flood. Fails if a line is lost. Prints the live heap: a full collection is forced every
 * second, so CPU times are not those of the pipeline's table.
 */
public final class StressBenchmark {
    private static final long PERIOD_MILLIS = 1000;

    private StressBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        HeapPeak heap = new HeapPeak();
        Timer collections = new Timer("collections", true);
        try (ScratchFolder folder = ScratchFolder.create("stress-benchmark");
                LocalCluster cluster = new LocalCluster()) {
            collections.schedule(heap, PERIOD_MILLIS, PERIOD_MILLIS);
            System.out.println(
                    "| noise | lines | good lines, all found | MB | CPU µs a line | peak live MB"
                            + " |");
            System.out.println("|---|---|---|---|---|---|");
            for (StressWorkload workload : StressNoise.all(seconds)) {
                Path file = workload.write(folder.path());
                heap.take();
                Cost cost = cluster.run(new StressPipeline(file, workload));
                System.out.printf(
                        Locale.ROOT,
                        "| %s, %,d a second | %,d | %,d | %,d | %.1f | %,d |%n",
                        workload.name(),
                        workload.noisePerSecond(),
                        workload.lines(),
                        workload.good(),
                        Files.size(file) >> 20,
                        cost.cpuNanos() / 1e3 / workload.lines(),
                        heap.take() >> 20);
                Files.delete(file);
            }
        } finally {
            collections.cancel();
        }
    }
}
