package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files under {@code src/test/resources} that a test holds its results against; {@code
 * -Dgolden.rewrite=true} writes them anew, and the difference is read before it is committed.
 */
public final class Golden {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /** Where a golden file lies in the sources. */
    public static Path file(String name) {
        return RESOURCES.resolve(name);
    }

    /** Whether this run writes the files instead of holding results against them. */
    public static boolean writes() {
        return Boolean.getBoolean("golden.rewrite");
    }

    /** Holds {@code actual} against the file, or writes it. */
    public static void check(String name, String actual) throws IOException {
        Path file = file(name);
        if (writes()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertThat(file).exists();
        assertThat(actual)
                .as("%s; -Dgolden.rewrite=true rewrites it", name)
                .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
