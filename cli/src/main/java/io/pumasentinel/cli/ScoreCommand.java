package io.pumasentinel.cli;

import io.pumasentinel.baseline.SeriesDetector;
import io.pumasentinel.baseline.SeriesScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code score}: one series through the baseline detector, row by row. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a CSV series 'timestamp,value' with a header line from standard input and writes"
                    + " it with anomaly_score (0 to 1), expected, lower and upper.",
            "Strictly online: the score of a row uses only the rows up to it."
        })
final class ScoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--period",
            defaultValue = "auto",
            description = "Season of the series; only auto (default) so far.")
    private String period;

    @SuppressWarnings("NullAway.Init") // picocli injects
    ScoreCommand() {}

    @Override
    public Integer call() throws Exception {
        if (!period.equals("auto")) {
            throw Refusal.usage("--period: not known (got " + period + "); auto");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            score(in, out);
        }
        out.flush();
        return 0;
    }

    /** Scores every row after the header. */
    static void score(BufferedReader in, PrintWriter out) throws IOException, Refusal {
        String header = in.readLine();
        if (header == null) {
            throw Refusal.failed("the input is empty; a header line and rows 'timestamp,value'");
        }
        if (SeriesRow.isRow(header)) {
            throw Refusal.failed(
                    "standard input:1: header: missing (got "
                            + header
                            + "); a line such as timestamp,value");
        }
        out.println(header.strip() + ",anomaly_score,expected,lower,upper");
        SeriesDetector detector = new SeriesDetector();
        long number = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                SeriesRow row = SeriesRow.parse(line, number);
                SeriesScore score = detector.score(row.timestampMillis(), row.value());
                out.printf(
                        Locale.ROOT,
                        "%s,%.6f,%s,%s,%s%n",
                        line.strip(),
                        score.score(),
                        score.expected(),
                        score.lower(),
                        score.upper());
            }
        }
    }
}
