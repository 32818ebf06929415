package io.pumasentinel.job.config;

/** A value that a configuration record refuses; names the option as the file does. */
final class InvalidOption extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;

    InvalidOption(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    String field() {
        return field;
    }

    /** {@code what is wrong (got …); what is allowed}. */
    String problem() {
        return problem;
    }
}
