package io.pumasentinel.benchmark.detection.nab;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.benchmark.detection.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Scores on the Numenta Anomaly Benchmark: {@code NabBenchmark DIR [--held-out]}.
 *
 * <p>Parameters are chosen on the tuning folders. Without {@code --held-out} no detector sees the
 * others, so that their figures stay what they are for: reported once.
 */
public final class NabBenchmark {
    private static final Set<String> HELD_OUT = Set.of("realAWSCloudwatch", "realKnownCause");
    private static final List<String> PUBLISHED =
            List.of("numenta", "randomCutForest", "windowedGaussian");

    private NabBenchmark() {}

    /** Prints tables. */
    public static void main(String[] given) throws IOException {
        if (given.length == 0) {
            throw new IllegalArgumentException("arguments: none; DIR [--held-out]");
        }
        String[] rest = Arrays.copyOfRange(given, 1, given.length);
        Arguments arguments = Arguments.of(rest, Set.of(), Set.of("held-out"));
        print(Path.of(given[0]), arguments.has("held-out"));
    }

    /** Prints the scores, those of the held-out folders only if wanted. */
    public static void print(Path folder, boolean heldOut) throws IOException {
        NabCorpus corpus = new NabCorpus(folder);
        PrintStream out = System.out;
        if (corpus.hasPublished()) {
            printPublished(corpus, out);
        }
        List<NabSeries> tuning = corpus.series(name -> !HELD_OUT.contains(name));
        List<NabSeries> rest = heldOut ? corpus.series(HELD_OUT::contains) : List.<NabSeries>of();
        List<NabResult> results = new ArrayList<>();
        for (NabContender contender : NabContender.all()) {
            results.add(NabResult.of(contender, tuning, rest));
        }
        NabReport report = new NabReport(out);
        report.print("tuning folders", results, NabResult::tuning);
        if (heldOut) {
            report.print("held-out folders", results, NabResult::heldOut);
            report.print("all folders", results, NabResult::all);
        }
    }

    /** The check of the scorer: published detections must get their published scores. */
    private static void printPublished(NabCorpus corpus, PrintStream out) throws IOException {
        JsonNode thresholds = corpus.json("config/thresholds.json");
        JsonNode scores = corpus.json("results/final_results.json");
        out.println("| published detections | profile | published score | scored here |");
        out.println("|---|---|---|---|");
        for (String detector : PUBLISHED) {
            List<NabScorer.Scored> scored =
                    corpus.published(detector).stream()
                            .map(series -> NabScorer.Scored.of(series, series.values()))
                            .toList();
            for (NabProfile profile : NabProfile.values()) {
                JsonNode threshold = thresholds.get(detector).get(profile.label());
                out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f |%n",
                        detector,
                        profile.label(),
                        scores.get(detector).get(profile.label()).asDouble(),
                        new NabScorer(profile)
                                .score(scored, threshold.get("threshold").asDouble()));
            }
        }
        out.println();
    }
}
