package io.pumasentinel.cli;

/** A command cannot go on for a reason that one sentence tells; no stack trace is wanted. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something failed while running. */
    static Refusal failed(String message) {
        return new Refusal(message, 1);
    }

    /** The command was called wrongly. */
    static Refusal usage(String message) {
        return new Refusal(message, 2);
    }

    /** The configuration lacks what the command needs. */
    static Refusal configuration(String message) {
        return new Refusal(message, PumaSentinel.BAD_CONFIGURATION);
    }

    int exitCode() {
        return exitCode;
    }
}
