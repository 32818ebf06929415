package io.pumasentinel.cli.review;

import java.util.Arrays;
import java.util.List;

/**
 * One table of a review.
 *
 * @param title its heading
 * @param lead what it tells and how its numbers are made; our own words
 * @param columns the columns' names
 * @param rows its rows, each as wide as the columns
 * @param note a word below: what is left out, or why there are no rows; may be empty
 */
public record Section(
        String title, String lead, List<String> columns, List<List<Cell>> rows, String note) {
    /** Checks the width of every row. */
    public Section {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows: as wide as " + columns + " (got " + row + ")");
            }
        }
    }

    /** A section without rows, and why. */
    static Section empty(String title, String lead, String why) {
        return new Section(title, lead, List.of(), List.of(), why);
    }

    /** The first rows, and how many there are; or, of none, what that means. */
    static Section top(
            String title, String lead, List<String> columns, List<List<Cell>> rows, String none) {
        if (rows.isEmpty()) {
            return empty(title, lead, none);
        }
        List<List<Cell>> first = rows.subList(0, Math.min(Chapter.ROWS, rows.size()));
        String note =
                first.size() == rows.size()
                        ? ""
                        : "The first " + first.size() + " of " + rows.size() + ".";
        return new Section(title, lead, columns, first, note);
    }

    static List<Cell> row(Cell... cells) {
        return Arrays.asList(cells);
    }
}
