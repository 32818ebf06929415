package io.pumasentinel.job.config;

import java.nio.file.Path;

/** Files of the checkout, outside of the module. */
final class Repository {

    private Repository() {}

    /** A path from the checkout's root. */
    static Path file(String path) {
        return Path.of(System.getProperty("basedir", ".")).resolve("..").resolve(path).normalize();
    }
}
