package io.pumasentinel.sigma;

import java.util.List;

/** One compiled part of a condition. Threads may share it. */
interface Matcher {
    /** Whether the event has it. */
    boolean matches(EventView view);

    /**
     * Texts of which at least one occurs in its field, in upper or lower case, whenever this
     * matches; empty if no such texts are known.
     */
    default List<Needle> needs() {
        return List.of();
    }
}
