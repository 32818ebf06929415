package io.pumasentinel.cli;

/** Tells whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** Whether standard error, where progress goes, may rewrite its lines. */
    static boolean present() {
        return Boolean.getBoolean("puma-sentinel.terminal");
    }
}
