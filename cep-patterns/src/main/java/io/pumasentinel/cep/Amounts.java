package io.pumasentinel.cep;

/**
 * Sums whose last digit does not depend on the order of the addends.
 *
 * <p>Numbers are rounded to multiples of 2<sup>-20</sup> (about 10<sup>-6</sup>): sums of those are
 * exact up to 8.5·10<sup>9</sup>, sums of whole numbers up to 9·10<sup>15</sup>.
 */
final class Amounts {
    private static final double STEPS = 1 << 20;

    private Amounts() {}

    /** The number as it is added; NaN stays NaN. */
    static double rounded(double number) {
        return Math.rint(number * STEPS) / STEPS;
    }
}
