package io.pumasentinel.cli;

/** Finds the sentence in a chain of exceptions that tells a person most. */
final class RootCause {
    private RootCause() {}

    /** The innermost message; its class's name where it has none. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
