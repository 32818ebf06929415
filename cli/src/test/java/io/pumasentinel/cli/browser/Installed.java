package io.pumasentinel.cli.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser that this machine has, with its driver.
 *
 * @param browser Chromium or Chrome
 * @param driver chromedriver of the same version
 */
record Installed(Path browser, Path driver) {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MISSING =
            "no browser on the PATH: the results page is not tested in one; Debian has the packages"
                    + " chromium and chromium-driver";

    /** The browser on the PATH. Without one the test is skipped, but in CI it fails. */
    static Installed find() {
        Optional<Path> browser = BROWSERS.stream().flatMap(Installed::onPath).findFirst();
        Optional<Path> driver = onPath("chromedriver").findFirst();
        if (browser.isEmpty() || driver.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(MISSING);
            }
            System.err.println(MISSING);
            Assumptions.abort(MISSING);
        }
        return new Installed(browser.orElseThrow(), driver.orElseThrow());
    }

    private static Stream<Path> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
