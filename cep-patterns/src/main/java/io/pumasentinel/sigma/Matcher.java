package io.pumasentinel.sigma;

/** One compiled part of a condition. Threads may share it. */
interface Matcher {
    /** Whether the event has it. */
    boolean matches(EventView view);
}
