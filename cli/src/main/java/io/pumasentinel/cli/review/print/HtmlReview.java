package io.pumasentinel.cli.review.print;

import io.pumasentinel.cli.review.Cell;
import io.pumasentinel.cli.review.Figure;
import io.pumasentinel.cli.review.Review;
import io.pumasentinel.cli.review.Section;
import io.pumasentinel.cli.review.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A review as one HTML file that loads nothing and runs nothing: its content security policy allows
 * its own style and no more, so that a text that came in with a log line could not act even if it
 * got past the escaping.
 */
public final class HtmlReview {
    private static final int BAR = 48;

    /** A text that is not broken, such as an address. */
    private static final int SHORT = 15;

    private final Runbooks runbooks;

    /** With links to these runbooks. */
    public HtmlReview(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    /** The whole page. */
    public String write(Review review) {
        StringBuilder out = new StringBuilder();
        String title = escape(Heading.title(review));
        head(out, title);
        out.append("<header>\n<h1>").append(title).append("</h1>\n");
        paragraph(out, "span", Heading.span(review));
        paragraph(out, "remark", review.remark());
        figures(out, review.figures());
        contents(out, review.sections());
        out.append("</header>\n<main>\n");
        for (int i = 0; i < review.sections().size(); i++) {
            section(out, i, review.sections().get(i));
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void head(StringBuilder out, String title) {
        String style = style();
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        out.append("style-src 'sha256-").append(hash(style)).append("'; base-uri 'none'; ");
        out.append("form-action 'none'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        out.append("<title>").append(title).append(" – puma-sentinel</title>\n");
        out.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
    }

    private static void figures(StringBuilder out, List<Figure> figures) {
        out.append("<dl class=\"figures\">\n");
        for (Figure figure : figures) {
            out.append("<div><dt>").append(escape(figure.name())).append("</dt><dd>");
            out.append(escape(Plain.of(figure.now()))).append("</dd>");
            if (Double.isFinite(figure.before().value())) {
                out.append("<dd class=\"before\">before ");
                out.append(escape(Plain.of(figure.before()))).append("<br>");
                out.append(escape(Plain.change(figure))).append("</dd>");
            }
            out.append("</div>\n");
        }
        out.append("</dl>\n");
    }

    private static void contents(StringBuilder out, List<Section> sections) {
        out.append("<nav aria-label=\"Sections\">\n");
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            out.append("<a href=\"#s").append(i).append("\"");
            out.append(section.rows().isEmpty() ? " class=\"none\">" : ">");
            out.append(escape(section.title())).append("</a>\n");
        }
        out.append("</nav>\n");
    }

    private void section(StringBuilder out, int number, Section section) {
        out.append("<section id=\"s").append(number).append("\">\n<h2>");
        out.append(escape(section.title())).append("</h2>\n");
        paragraph(out, "lead", section.lead());
        if (!section.rows().isEmpty()) {
            table(out, section);
        }
        paragraph(out, "note", section.note());
        out.append("</section>\n");
    }

    private void table(StringBuilder out, Section section) {
        out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        out.append(escape(section.title())).append("\">\n<table>\n<thead><tr>");
        List<Cell> first = section.rows().get(0);
        for (int i = 0; i < first.size(); i++) {
            out.append("<th scope=\"col\"").append(kind(first.get(i)));
            out.append(">").append(escape(section.columns().get(i))).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<Cell> row : section.rows()) {
            out.append("<tr>");
            row.forEach(
                    cell ->
                            out.append("<td")
                                    .append(kind(cell))
                                    .append(">")
                                    .append(content(cell))
                                    .append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private static String kind(Cell cell) {
        if (cell instanceof Cell.Quantity) {
            return " class=\"number\"";
        }
        if (cell instanceof Cell.Moment || cell instanceof Cell.Grade) {
            return " class=\"short\"";
        }
        return Plain.of(cell).length() <= SHORT ? " class=\"short\"" : " class=\"long\"";
    }

    private String content(Cell cell) {
        String text = escape(Plain.of(cell));
        if (cell instanceof Cell.Grade) {
            return "<span class=\"badge " + text + "\">" + text + "</span>";
        }
        if (cell instanceof Cell.Quantity quantity && quantity.unit() == Unit.SHARE) {
            return bar(quantity.value()) + text;
        }
        if (cell instanceof Cell.Runbook runbook) {
            return runbooks.address(runbook.rule())
                    .map(address -> "<a href=\"" + escape(address) + "\">" + text + "</a>")
                    .orElse(Plain.UNKNOWN);
        }
        return text;
    }

    /** A share as a little bar; its number stands beside it. */
    private static String bar(double share) {
        if (!Double.isFinite(share)) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "<svg class=\"bar\" width=\"%d\" height=\"8\" aria-hidden=\"true\">"
                        + "<rect class=\"whole\" width=\"%d\" height=\"8\" rx=\"2\"/>"
                        + "<rect class=\"part\" width=\"%.1f\" height=\"8\" rx=\"2\"/></svg>",
                BAR,
                BAR,
                BAR * Math.min(1, Math.max(0, share)));
    }

    private static void paragraph(StringBuilder out, String kind, String text) {
        if (!text.isEmpty()) {
            out.append("<p class=\"").append(kind).append("\">").append(escape(text));
            out.append("</p>\n");
        }
    }

    /** Text that is neither markup nor the end of an attribute. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            switch (mark) {
                case '<', '>', '&', '"', '\'', '`' ->
                        safe.append("&#").append((int) mark).append(';');
                default -> safe.append(mark);
            }
        }
        return safe.toString();
    }

    private static String style() {
        try (InputStream in = HtmlReview.class.getResourceAsStream("review.css")) {
            if (in == null) {
                throw new IllegalStateException("review.css: not in the jar; build again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("review.css: cannot be read", e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
