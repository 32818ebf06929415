package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.KeyReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with references to secrets, resolved only by whoever needs the value, where it runs.
 *
 * <p>A reference is {@code ${env:NAME}} or {@code ${file:/absolute/path}}; surrounding white space
 * in the file does not count. Equality, serialisation and {@link #reference} hold the reference,
 * never the value; {@link #toString} holds neither.
 *
 * @param reference the text, with at least one reference
 */
public record Secret(String reference) implements KeyReference {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:env:([A-Za-z_][A-Za-z0-9_]*)|file:(/[^:}]+))}");

    /** The text must hold at least one reference. */
    public Secret {
        if (!holdsReference(reference)) {
            throw new IllegalArgumentException(
                    "no reference to a secret (got text not shown here); " + ALLOWED);
        }
    }

    static final String ALLOWED = "${env:NAME} or ${file:/absolute/path}";

    /** The text with every reference replaced by its value, read now from this process. */
    @Override
    public String resolve() {
        return resolve(System.getenv());
    }

    /**
     * Like {@link #resolve()} with another environment.
     *
     * @throws IllegalStateException if a variable is not set, a file cannot be read, or either is
     *     empty; names the reference, never a value
     */
    String resolve(Map<String, String> env) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.replaceAll(
                found -> {
                    try {
                        String variable = found.group(1);
                        return Matcher.quoteReplacement(
                                variable != null
                                        ? fromEnvironment(variable, env)
                                        : fromFile(found.group(2)));
                    } catch (Refused unreadable) {
                        throw new IllegalStateException(
                                "unreadable secret (got "
                                        + found.group()
                                        + "): "
                                        + unreadable.getMessage(),
                                unreadable);
                    }
                });
    }

    /** The environment variable, if the whole text is a reference to one. */
    public Optional<String> variable() {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /** The file, if the whole text is a reference to one. */
    public Optional<String> file() {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
    }

    /** Every file that the text refers to. */
    List<String> files() {
        return REFERENCE
                .matcher(reference)
                .results()
                .map(found -> found.group(2))
                .filter(Objects::nonNull)
                .toList();
    }

    static boolean holdsReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    static String fromEnvironment(String name, Map<String, String> env) throws Refused {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new Refused(
                    "the environment variable is " + (value == null ? "not set" : "empty"));
        }
        return value;
    }

    static String fromFile(String path) throws Refused {
        try {
            String value = Files.readString(Path.of(path)).strip();
            if (value.isEmpty()) {
                throw new Refused("the file is empty");
            }
            return value;
        } catch (IOException | InvalidPathException e) {
            throw new Refused("the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** {@code [REDACTED]}. */
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
