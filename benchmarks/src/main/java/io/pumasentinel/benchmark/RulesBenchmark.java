package io.pumasentinel.benchmark;

import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What rules cost: {@code RulesBenchmark [LINES [ROUNDS]]}, by default a million lines and five
 * rounds.
 *
 * <p>The whole job over the same ordinary lines with no rules, with the shipped rules over single
 * events, with two hundred rules over access lines, and with the shipped correlations too. All in
 * one process on one warm MiniCluster, in turn, round by round; the numbers are medians.
 */
public final class RulesBenchmark {
    private static final int HASTE = 10;
    private static final int MANY = 200;

    private RulesBenchmark() {}

    /** Prints a table; fails if a pipeline loses lines. */
    public static void main(String[] arguments) throws Exception {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        try (ScratchFolder folder = ScratchFolder.create("rules-benchmark");
                LocalCluster cluster = new LocalCluster()) {
            List<CapturedLine> ordinary = CaptureLines.clean(CaptureLines.all());
            Workload workload = new Workload("ordinary lines", ordinary, HASTE, lines);
            WrittenLines part = WrittenLines.of(workload.of(lines / 2), folder.path());
            WrittenLines all = WrittenLines.of(workload, folder.path());
            List<RuleSource> shipped = RuleLoader.shipped();
            List<RuleSource> single = RuleSets.singleEvent();
            Case none = Case.ruled("no rules", List.of(), part, all);
            Case alone = Case.ruled(single.size() + " shipped, no correlations", single, part, all);
            Case many =
                    Case.ruled(
                            MANY + " over access lines",
                            new RuleSets(ordinary).withVariations(MANY),
                            part,
                            all);
            Case correlated =
                    Case.ruled(
                            "the shipped and their %d correlations"
                                    .formatted(RuleSets.correlations(shipped)),
                            shipped,
                            part,
                            all);
            List<Case> cases = List.of(none, alone, many, correlated);
            Case.measure(cases, cluster, rounds);
            print(System.out, cases, none);
            share(System.out, many, none);
            share(System.out, correlated, alone);
        }
    }

    private static void print(PrintStream out, List<Case> cases, Case none) {
        out.println(
                "| rules | µs CPU a line | fastest–slowest round | lines a CPU second | µs on the"
                        + " wall a line | throughput without rules = 1, CPU | wall |");
        out.println("|---|---|---|---|---|---|---|");
        for (Case each : cases) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f–%.2f | %,.0f | %.2f | %.2f | %.2f |%n",
                    each.name(),
                    each.nanosPerLine() / 1e3,
                    each.fastest() / 1e3,
                    each.slowest() / 1e3,
                    1e9 / each.nanosPerLine(),
                    each.wallNanosPerLine() / 1e3,
                    none.nanosPerLine() / each.nanosPerLine(),
                    none.wallNanosPerLine() / each.wallNanosPerLine());
        }
        out.println();
    }

    private static void share(PrintStream out, Case dearer, Case cheaper) {
        out.printf(
                Locale.ROOT,
                "%s against %s: %.1f %% of throughput by CPU time, %.1f %% by the wall.%n",
                dearer.name(),
                cheaper.name(),
                100 * (1 - cheaper.nanosPerLine() / dearer.nanosPerLine()),
                100 * (1 - cheaper.wallNanosPerLine() / dearer.wallNanosPerLine()));
    }
}
