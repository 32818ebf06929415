package io.pumasentinel.cli.page;

import java.nio.file.Path;

/**
 * What a report is made from: files with one document of DESIGN.md section 5 a line, plain or (by
 * the ending {@code .gz}) gzipped. A file that does not exist counts as empty, and the report says
 * what is missing.
 *
 * @param alerts the alerts; of several lines with one {@code sentinel.alert.id} the last counts
 * @param windows the endpoint windows
 * @param deadLetters the dead letters
 * @param stats the samples of Puma's stats
 * @param status the header, as {@link SearchBackend#status()} describes it
 */
public record ReportData(Path alerts, Path windows, Path deadLetters, Path stats, String status) {

    /** The files under the names that {@code analyze --out} gives them. */
    public static ReportData in(Path folder, String status) {
        return new ReportData(
                folder.resolve("alerts.ndjson"),
                folder.resolve("windows.ndjson"),
                folder.resolve("dead-letters.ndjson"),
                folder.resolve("stats.ndjson"),
                status);
    }
}
