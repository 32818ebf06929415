package io.pumasentinel.baseline;

import java.util.Arrays;

/**
 * The past values of a number, as few weighted values whose ends are exact: how often has anything
 * like this been seen?
 *
 * <p>At most {@link #MOST} values are kept. One too many joins the two neighbours that lose least:
 * those that are near, light, and far from both ends (the idea is that of streaming histograms,
 * Ben-Haim and Tom-Tov, JMLR 11, 2010, the cost that of Dunning's t-digest: precision where few
 * values lie). Older values weigh less.
 *
 * <p>A plain object for keyed state: 8 bytes a kept value and 32 more. O({@link #MOST}) an
 * operation, but for {@link #edge}, which halves its way.
 */
public class RareValues {
    /** Values kept. With 12 the ranking of the tuning data no longer differs from that with 40. */
    static final int MOST = 12;

    private static final float[] NONE = {};

    /** Beyond so many reaches a value adds less than a millionth of its weight. */
    private static final double FAR = 14;

    private static final float TAIL_FLOOR = 0.05f;
    private static final int SPREAD_VALUES = 2_000;

    public float[] values = NONE;
    public float[] weights = NONE;
    public int size;

    /** Mean absolute value of the last 2,000 or so. */
    public double spread;

    public int seen;

    /** Sum of the weights. */
    public double total;

    /**
     * The weight of what was seen at {@code value} or further out on the same side of 0, and of
     * what lies before it, the less the further: a share e⁻¹ at a distance of {@code reach}.
     *
     * @param reach above 0
     * @return 0 and up; 0.5 means that something half as unusual has been seen once
     */
    double beyond(double value, double reach) {
        return value > 0 ? above(value, reach) : below(value, reach);
    }

    private double above(double value, double reach) {
        double sum = 0;
        for (int i = size - 1; i >= 0; i--) {
            double distance = (value - values[i]) / reach;
            if (distance > FAR) {
                break;
            }
            sum += distance <= 0 ? weights[i] : weights[i] * Math.exp(-distance);
        }
        return sum;
    }

    private double below(double value, double reach) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double distance = (values[i] - value) / reach;
            if (distance > FAR) {
                break;
            }
            sum += distance <= 0 ? weights[i] : weights[i] * Math.exp(-distance);
        }
        return sum;
    }

    /**
     * The nearest value to 0 on a side whose {@link #beyond} is at most {@code weight}, within a
     * thousandth of {@code reach}.
     *
     * @param side above 0 or below it
     */
    double edge(int side, double weight, double reach) {
        double sign = Math.signum((double) side);
        double outermost = size == 0 ? 0 : side > 0 ? values[size - 1] : -values[0];
        double near = 0;
        double far = Math.max(outermost, 0) + FAR * reach;
        while (far - near > reach / 1_000) {
            double middle = (near + far) / 2;
            if (beyond(sign * middle, reach) > weight) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return sign * far;
    }

    /**
     * Remembers a value.
     *
     * @param weight above 0
     * @param keep the factor by which everything remembered before shrinks, in (0,1]
     */
    void observe(double value, double weight, double keep) {
        observe(value, weight, keep, MOST);
    }

    /** Remembers a value, and no more than {@code most} in all; always the same number. */
    void observe(double value, double weight, double keep, int most) {
        seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
        spread += (Math.abs(value) - spread) / Math.min(seen, SPREAD_VALUES);
        for (int i = 0; i < size; i++) {
            weights[i] *= (float) keep;
        }
        total = keep * total + weight;
        insert((float) value, (float) weight, most + 1);
        if (size > most) {
            join(leastLoss());
        }
    }

    private void insert(float value, float weight, int room) {
        if (size == values.length) {
            int length = Math.min(Math.max(4, 2 * size), room);
            values = Arrays.copyOf(values, length);
            weights = Arrays.copyOf(weights, length);
        }
        int at = size;
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        values[at] = value;
        weights[at] = weight;
        size++;
    }

    private int leastLoss() {
        float all = (float) total;
        int best = 0;
        float least = Float.POSITIVE_INFINITY;
        float below = 0;
        for (int i = 0; i + 1 < size; i++) {
            below += weights[i];
            float tail = Math.min(below, all - below) + TAIL_FLOOR;
            float both = (weights[i] + weights[i + 1]) * tail;
            float loss = (values[i + 1] - values[i]) * weights[i] * weights[i + 1] / both;
            if (loss < least) {
                least = loss;
                best = i;
            }
        }
        return best;
    }

    private void join(int first) {
        float weight = weights[first] + weights[first + 1];
        values[first] += (values[first + 1] - values[first]) * (weights[first + 1] / weight);
        weights[first] = weight;
        size--;
        System.arraycopy(values, first + 2, values, first + 1, size - first - 1);
        System.arraycopy(weights, first + 2, weights, first + 1, size - first - 1);
    }
}
