package io.pumasentinel.sigma;

/** A test of one text value. Threads may share it; testing allocates nothing. */
interface TextTest {
    /** Whether the value passes. */
    boolean test(String value);
}
