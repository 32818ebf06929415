package io.pumasentinel.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the whole job against the floor: {@code PipelineBenchmark [LINES [ROUNDS]]}, by default
 * two million lines and three rounds.
 *
 * <p>All cases run in this one process on one warm MiniCluster, one after the other, round by
 * round; the numbers are medians over the rounds. CPU time is that of the whole process, garbage
 * collection and compilation included, without the start of the JVM and of the cluster and without
 * a warm-up round of a quarter of the lines. The lines of the whole job are written to temporary
 * files before anything is measured and read from the page cache.
 */
public final class PipelineBenchmark {
    private static final int HASTE = 10;

    private PipelineBenchmark() {}

    /** Prints a table; fails if a pipeline loses lines. */
    public static void main(String[] arguments) throws Exception {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : 2_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (ScratchFolder folder = ScratchFolder.create("pipeline-benchmark");
                LocalCluster cluster = new LocalCluster()) {
            List<Case> cases = cases(lines, folder.path());
            Case.measure(cases, cluster, rounds);
            new Results(cases).print(System.out);
        }
    }

    private static List<Case> cases(long lines, Path folder) throws IOException {
        List<CapturedLine> all = CaptureLines.all();
        List<CapturedLine> clean = CaptureLines.clean(all);
        List<CapturedLine> failures = CaptureLines.failedLogins(all, clean);
        long half = lines / 2;
        List<Case> cases = new ArrayList<>();
        cases.add(Case.floor(all, lines));
        cases.add(Case.whole(new Workload("capture", all, HASTE, lines), folder));
        cases.add(Case.whole(new Workload("capture, as slow as it was", all, 1, lines), folder));
        cases.add(Case.whole(new Workload("ordinary lines", clean, HASTE, half), folder));
        cases.add(Case.whole(new Workload("failed logins", failures, HASTE, half), folder));
        return cases;
    }
}
