package io.pumasentinel.sigma;

import java.io.Serializable;

/**
 * Between which values of its measure a correlation holds: {@code [least, most]}, and again from
 * {@code over} on.
 *
 * @param least the least value that holds
 * @param most the greatest one; infinite if there is no upper bound
 * @param over the value behind {@code most} from which it holds again; infinite if it never does
 * @param text the condition in words, such as {@code 3 or more and less than 10}
 */
public record Bounds(double least, double most, double over, String text) implements Serializable {
    private static final double NONE = Double.POSITIVE_INFINITY;

    public Bounds {
        boolean open = most == NONE && over == NONE && least < NONE;
        if (!open && !(least <= most && most < over)) {
            throw new IllegalArgumentException(
                    "bounds (got %s to %s, from %s); ascending".formatted(least, most, over));
        }
    }

    /** A lower bound alone. */
    public static Bounds atLeast(long least) {
        return new Bounds(least, NONE, NONE, least + " or more");
    }

    /** Both bounds, inclusive. */
    public static Bounds between(long least, long most) {
        return new Bounds(least, most, NONE, "%d or more and %d or less".formatted(least, most));
    }

    /** Every count from 1 on but one, which is at least 2. */
    public static Bounds otherThan(long count) {
        return new Bounds(1, count - 1.0, count + 1.0, "not " + count);
    }

    /** The same bounds in other words. */
    Bounds saying(String words) {
        return new Bounds(least, most, over, words);
    }

    /**
     * Whether more of the same can end what holds: then a value inside the bounds says nothing yet.
     */
    public boolean capped() {
        return most < NONE;
    }

    /** Whether a value is inside. */
    public boolean admits(double value) {
        return (value >= least && value <= most) || value >= over;
    }

    /** Whether a value is inside, and more of the same cannot change that. */
    public boolean admitsForGood(double value) {
        return value >= (capped() ? over : least);
    }

    /**
     * The count from which on nothing changes any more: who has seen as much need not look further
     * back.
     */
    public long enough() {
        double enough = !capped() ? least : over < NONE ? over : most + 1;
        return (long) enough;
    }
}
