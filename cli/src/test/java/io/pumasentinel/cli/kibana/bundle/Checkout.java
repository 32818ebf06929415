package io.pumasentinel.cli.kibana.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The sources of this checkout. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();

    private Checkout() {}

    static KibanaSources sources() {
        try {
            return KibanaSources.read(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
