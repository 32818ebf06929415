package io.pumasentinel.cli.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A titled table, for a terminal or as Markdown.
 *
 * @param title its title
 * @param headers its columns
 * @param rows their cells, as many as there are headers each
 */
public record Section(String title, List<String> headers, List<List<String>> rows) {

    public Section {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "row: " + row.size() + " cells (got " + row + "); " + headers.size());
            }
        }
    }

    /** Aligned columns under the title. */
    public String text() {
        if (rows.isEmpty()) {
            return title + ": none\n";
        }
        List<List<String>> all = new ArrayList<>(List.of(headers));
        all.addAll(rows);
        List<Integer> widths = new ArrayList<>(Collections.nCopies(headers.size(), 0));
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        return title
                + "\n"
                + all.stream().map(row -> "  " + padded(row, widths)).collect(Collectors.joining());
    }

    /** A heading and a table; what a log chose cannot leave its cell. */
    public String markdown() {
        String heading = "## " + title + "\n\n";
        if (rows.isEmpty()) {
            return heading + "None.\n";
        }
        return heading
                + line(headers)
                + line(Collections.nCopies(headers.size(), "---"))
                + rows.stream()
                        .map(Section::escaped)
                        .map(Section::line)
                        .collect(Collectors.joining());
    }

    private static String padded(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            line.append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static List<String> escaped(List<String> row) {
        return row.stream()
                .map(c -> c.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;"))
                .toList();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
