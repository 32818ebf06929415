package io.pumasentinel.event.ingest;

/** Bytes are no JSON. Costs no look at the stack: a flood of broken lines throws one for each. */
final class BrokenJsonException extends Exception {

    private static final long serialVersionUID = 1;

    BrokenJsonException() {
        super("no JSON", null, false, false);
    }
}
