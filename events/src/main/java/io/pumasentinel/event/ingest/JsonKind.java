package io.pumasentinel.event.ingest;

/** What a JSON value is. */
enum JsonKind {
    OBJECT,
    ARRAY,
    TEXT,
    /** A number without fraction and exponent. */
    WHOLE,
    FRACTION,
    /** {@code true} or {@code false}. */
    TRUTH,
    NULL
}
