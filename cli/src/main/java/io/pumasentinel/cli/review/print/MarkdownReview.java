package io.pumasentinel.cli.review.print;

import io.pumasentinel.cli.review.Cell;
import io.pumasentinel.cli.review.Figure;
import io.pumasentinel.cli.review.Review;
import io.pumasentinel.cli.review.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * A review as Markdown with tables (GitHub's flavour).
 *
 * <p>Texts are escaped so that they stay inside of their cell and become neither markup nor web
 * links. What looks like a mail address some readers make a mail link, whatever is written.
 */
public final class MarkdownReview {
    private final Runbooks runbooks;

    /** With links to these runbooks. */
    public MarkdownReview(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    /** The whole text. */
    public String write(Review review) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(escape(Heading.title(review))).append("\n\n");
        out.append(escape(Heading.span(review))).append("\n");
        if (!review.remark().isEmpty()) {
            out.append("\n").append(escape(review.remark())).append("\n");
        }
        figures(out, review.figures());
        review.sections().forEach(section -> section(out, section));
        return out.toString();
    }

    private static void figures(StringBuilder out, List<Figure> figures) {
        out.append("\n## Summary\n\n");
        line(out, List.of("Figure", "Now", "Before", "Change"));
        line(out, List.of("---", "--:", "--:", "--:"));
        for (Figure figure : figures) {
            String change = Plain.change(figure);
            line(
                    out,
                    List.of(
                            escape(figure.name()),
                            escape(Plain.of(figure.now())),
                            escape(Plain.of(figure.before())),
                            escape(change.isEmpty() ? Plain.UNKNOWN : change)));
        }
    }

    private void section(StringBuilder out, Section section) {
        out.append("\n## ").append(escape(section.title())).append("\n\n");
        out.append(escape(section.lead())).append("\n");
        if (!section.rows().isEmpty()) {
            out.append("\n");
            line(out, section.columns().stream().map(MarkdownReview::escape).toList());
            line(out, rule(section.rows().get(0)));
            for (List<Cell> row : section.rows()) {
                line(out, row.stream().map(this::cell).toList());
            }
        }
        if (!section.note().isEmpty()) {
            out.append("\n").append(escape(section.note())).append("\n");
        }
    }

    private static List<String> rule(List<Cell> row) {
        List<String> rule = new ArrayList<>();
        row.forEach(cell -> rule.add(cell instanceof Cell.Quantity ? "--:" : "---"));
        return rule;
    }

    private String cell(Cell cell) {
        String text = escape(Plain.of(cell));
        if (cell instanceof Cell.Runbook runbook) {
            return runbooks.address(runbook.rule())
                    .map(address -> "[" + text + "](" + address + ")")
                    .orElse(Plain.UNKNOWN);
        }
        return text;
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /**
     * Text that a Markdown reader shows as it is: entities for what would end a cell, be HTML, a
     * mention or mathematics, a backslash before other marks; {@code ://} and {@code www.} are
     * broken up, because bare addresses become links.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            switch (mark) {
                case '|', '<', '>', '&', '@', '$' ->
                        safe.append("&#").append((int) mark).append(';');
                case '\\', '`', '*', '_', '[', ']', '~' -> safe.append('\\').append(mark);
                case '#' -> safe.append(i == 0 ? "\\#" : "#");
                case ':' -> safe.append(text.startsWith("//", i + 1) ? "&#58;" : ":");
                case '.' -> safe.append(follows(text, i, "www") ? "&#46;" : ".");
                default -> safe.append(mark);
            }
        }
        return safe.toString();
    }

    private static boolean follows(String text, int at, String word) {
        int start = at - word.length();
        return start >= 0 && text.regionMatches(true, start, word, 0, word.length());
    }
}
