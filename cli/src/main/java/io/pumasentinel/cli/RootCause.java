package io.pumasentinel.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.flink.runtime.client.JobCancellationException;

/** Finds the sentence in a chain of exceptions that tells a person most. */
final class RootCause {
    private RootCause() {}

    /** Whether somebody cancelled the work. */
    static boolean isCancellation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobCancellationException) {
                return true;
            }
        }
        return false;
    }

    /** The innermost message; its class's name where it has none. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof FileSystemException file && file.getFile() != null) {
            return ofFile(file);
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    /** Java's own message is often the path alone. */
    private static String ofFile(FileSystemException failure) {
        String reason = failure.getReason();
        String what =
                failure instanceof NoSuchFileException
                        ? "no such file or folder"
                        : failure instanceof AccessDeniedException
                                ? "not permitted"
                                : reason == null ? "not usable" : reason;
        return what + " (got " + failure.getFile() + ")";
    }
}
