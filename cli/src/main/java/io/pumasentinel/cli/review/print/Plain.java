package io.pumasentinel.cli.review.print;

import io.pumasentinel.cli.review.Cell;
import io.pumasentinel.cli.review.Figure;
import io.pumasentinel.cli.review.Unit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Cells as plain text, not yet escaped for any format. */
final class Plain {
    /** What stands where nothing is known. */
    static final String UNKNOWN = "–";

    private static final int LONGEST = 160;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Plain() {}

    static String of(Cell cell) {
        if (cell instanceof Cell.Quantity quantity) {
            return number(quantity.value(), quantity.unit());
        }
        if (cell instanceof Cell.Moment moment) {
            return time(moment.time());
        }
        if (cell instanceof Cell.Grade grade) {
            return grade.level().name().toLowerCase(Locale.ROOT);
        }
        if (cell instanceof Cell.Runbook runbook) {
            return text(runbook.rule());
        }
        return text(((Cell.Text) cell).value());
    }

    static String time(Instant instant) {
        return SECOND.format(instant);
    }

    /**
     * A text on one line, with nothing invisible in it that could reorder or hide: such characters
     * are written as {@code \}{@code u202e}. Cut where it is long.
     */
    static String text(String text) {
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        StringBuilder visible = new StringBuilder();
        int end = Math.min(text.length(), text.offsetByCodePoints(0, codePoints(text)));
        text.substring(0, end).codePoints().forEach(point -> append(visible, point));
        return end < text.length() ? visible.append('…').toString() : visible.toString();
    }

    private static int codePoints(String text) {
        return Math.min(LONGEST, text.codePointCount(0, text.length()));
    }

    private static void append(StringBuilder visible, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    visible.append(String.format(Locale.ROOT, "\\u%04x", point));
            default -> visible.appendCodePoint(point);
        }
    }

    private static String number(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        return switch (unit) {
            case COUNT -> format("%,.0f", value);
            case PER_MINUTE -> format(value >= 100 || value == 0 ? "%,.0f/min" : "%.2f/min", value);
            case SHARE -> format(value == 0 ? "%.0f %%" : "%.2f %%", 100 * value);
            case SECONDS -> value < 1 ? format("%.1f ms", 1000 * value) : format("%.2f s", value);
        };
    }

    /** How a figure differs from the span before; empty where it cannot be told. */
    static String change(Figure figure) {
        double now = figure.now().value();
        double before = figure.before().value();
        if (!Double.isFinite(now) || !Double.isFinite(before)) {
            return "";
        }
        if (now == before) {
            return "as before";
        }
        if (figure.now().unit() == Unit.SHARE) {
            return format("%+.2f points", 100 * (now - before));
        }
        return before == 0 ? "" : format("%+,.0f %%", 100 * (now - before) / before);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
