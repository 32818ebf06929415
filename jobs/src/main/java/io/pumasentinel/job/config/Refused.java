package io.pumasentinel.job.config;

/** A scalar that an option does not accept; the message says what is wrong with it. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean shown;

    Refused(String what) {
        this(what, true);
    }

    private Refused(String what, boolean shown) {
        super(what);
        this.shown = shown;
    }

    /** A refusal whose value may hold a secret and is not repeated. */
    static Refused unshown(String what) {
        return new Refused(what, false);
    }

    boolean shown() {
        return shown;
    }
}
