package io.pumasentinel.cli.review;

/** What a number of a review counts. */
public enum Unit {
    /** Things, a whole number. */
    COUNT,
    /** Things in a minute. */
    PER_MINUTE,
    /** A share in [0,1]; people read per cent. */
    SHARE,
    /** Seconds. */
    SECONDS
}
