package io.pumasentinel.benchmark.detection.nab;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A table of scores, with the false positives of the standard threshold beside. */
final class NabReport {
    private final PrintStream out;

    NabReport(PrintStream out) {
        this.out = out;
    }

    void print(
            String title,
            List<NabResult> results,
            Function<NabResult, List<NabScorer.Scored>> part) {
        List<String> folders =
                part.apply(results.get(0)).stream()
                        .map(NabScorer.Scored::folder)
                        .distinct()
                        .toList();
        out.println(
                "| "
                        + title
                        + " | threshold | standard | low FP | low FN | false positives | "
                        + String.join(" | ", folders)
                        + " |");
        out.println("|---".repeat(6 + folders.size()) + "|");
        for (NabResult result : results) {
            printRow(result, part.apply(result), folders);
        }
        out.println();
    }

    private void printRow(NabResult result, List<NabScorer.Scored> series, List<String> folders) {
        double standard = result.threshold(NabProfile.STANDARD);
        out.printf(Locale.ROOT, "| %s | %.4g", result.name(), standard);
        for (NabProfile profile : NabProfile.values()) {
            double score = new NabScorer(profile).score(series, result.threshold(profile));
            out.printf(Locale.ROOT, " | %.2f", score);
        }
        out.printf(" | %d", NabScorer.falsePositives(series, standard));
        for (String folder : folders) {
            List<NabScorer.Scored> own =
                    series.stream().filter(each -> each.folder().equals(folder)).toList();
            double score = new NabScorer(NabProfile.STANDARD).score(own, standard);
            int falsePositives = NabScorer.falsePositives(own, standard);
            out.printf(
                    Locale.ROOT,
                    " | %s (%d)",
                    Double.isNaN(score) ? "–" : String.format(Locale.ROOT, "%.1f", score),
                    falsePositives);
        }
        out.println(" |");
    }
}
