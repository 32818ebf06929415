package io.pumasentinel.sigma;

import java.util.List;

/** A test of one text value. Threads may share it; testing allocates nothing. */
interface TextTest {
    /** Whether the value passes. */
    boolean test(String value);

    /**
     * Texts of which at least one occurs, in upper or lower case, in every value that passes; empty
     * if no such texts are known.
     */
    default List<String> needs() {
        return List.of();
    }
}
