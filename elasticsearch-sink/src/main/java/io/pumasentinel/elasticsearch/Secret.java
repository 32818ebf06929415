package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a secret is found on the machine that needs it; never the secret itself, so that neither a
 * job graph nor a log holds it.
 *
 * @param place what {@code name} names
 * @param name an environment variable or a file
 */
public record Secret(Place place, String name) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where secrets are kept. */
    public enum Place {
        /** An environment variable. */
        ENVIRONMENT,
        /** A file; a line break at its end does not count. */
        FILE
    }

    /** The secret in an environment variable. */
    public static Secret fromEnvironment(String variable) {
        return new Secret(Place.ENVIRONMENT, variable);
    }

    /** The secret in a file. */
    public static Secret fromFile(String path) {
        return new Secret(Place.FILE, path);
    }

    /**
     * Reads it now.
     *
     * @throws IOException if it is absent or empty
     */
    String read() throws IOException {
        String value = place == Place.FILE ? readFile() : System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IOException(
                    "secret: nothing found (got "
                            + place.name().toLowerCase(java.util.Locale.ROOT)
                            + " "
                            + name
                            + "); set it on every machine that runs the job");
        }
        return value.strip();
    }

    private String readFile() throws IOException {
        try {
            return Files.readString(Path.of(name), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
