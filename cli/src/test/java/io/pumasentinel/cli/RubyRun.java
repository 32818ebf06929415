package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs the scripts of {@code deploy/puma/test} with the machine's Ruby and Puma. */
final class RubyRun {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("basedir", "."))
                    .resolve("../deploy/puma/test")
                    .normalize()
                    .toAbsolutePath();
    private static final long LIMIT_SECONDS = 180;
    private static final String MISSING =
            "no puma on the PATH: what deploy/puma writes is not tested; Debian has the packages"
                    + " puma and ruby-rack";

    private RubyRun() {}

    /** Without Puma the test is skipped, but in CI it fails. */
    static void needPuma() {
        if (onPath("puma") && onPath("ruby")) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(MISSING);
        }
        System.err.println(MISSING);
        Assumptions.abort(MISSING);
    }

    /** Runs a script to its end, which must be a good one. Returns what it said. */
    static String of(Path scratch, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ruby", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path said = scratch.resolve(script + ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends; it said %s", script, Files.readString(said)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static boolean onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }
}
