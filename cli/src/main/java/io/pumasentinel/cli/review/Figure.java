package io.pumasentinel.cli.review;

/**
 * One number of the overview.
 *
 * @param name what it is
 * @param now in the span
 * @param before in the span before; NaN: not known
 */
public record Figure(String name, Cell.Quantity now, Cell.Quantity before) {
    static Figure of(String name, Unit unit, double now, double before) {
        return new Figure(name, new Cell.Quantity(now, unit), new Cell.Quantity(before, unit));
    }
}
