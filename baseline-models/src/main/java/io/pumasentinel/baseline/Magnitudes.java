package io.pumasentinel.baseline;

/** Weighted counts of positive numbers in bins of growing width. */
interface Magnitudes {
    /** Sum of all weights. */
    double total();

    /** The bin of the {@code q}-quantile; only if something was counted. */
    int quantileBin(double q);

    /** The number that stands for a bin: its geometric centre. */
    double centreOf(int bin);

    /** The number between a bin and the next. */
    double edgeOf(int bin);

    /** The weight of everything above a bin. */
    double weightAbove(int bin);

    /** Weighted sum of ln(number / upper edge of {@code bin}) over everything above the bin. */
    double logExcessAbove(int bin);
}
