package io.pumasentinel.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code demo} in a JVM of its own, as the launcher would start it. */
final class DemoProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final Path out;
    private final Path err;

    private DemoProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts one that ends by itself.
     *
     * @param logs where its output goes, under {@code name}
     */
    static DemoProcess start(Path data, Path logs, String name) throws IOException {
        return start(data, logs, name, Map.of(), "--exit-when-done");
    }

    /** Starts one that serves its page until closed. */
    static DemoProcess startToStay(Path data, Path logs) throws IOException {
        return start(data, logs, "stays", Map.of());
    }

    /** Starts one with these variables and arguments. */
    static DemoProcess start(
            Path data, Path logs, String name, Map<String, String> env, String... arguments)
            throws IOException {
        Path out = logs.resolve(name + ".out");
        Path err = logs.resolve(name + ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String part : List.of("lang", "util", "net", "nio", "time")) {
            command.add("--add-opens=java.base/java." + part + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), PumaSentinel.class.getName()));
        command.addAll(List.of("demo", "--port", "0"));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(env);
        return new DemoProcess(builder.start(), out, err);
    }

    /** Waits until its error output holds {@code pattern}. */
    Matcher awaitSaid(Pattern pattern) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean over = !process.isAlive();
            Matcher said = pattern.matcher(Files.readString(err));
            if (said.find()) {
                return said;
            }
            if (over) {
                break;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new AssertionError("never said " + pattern + ": " + Files.readString(err));
    }

    /** Everything that it said on its error output. */
    String said() throws IOException {
        return Files.readString(err);
    }

    /** Kills it with -9, as a laptop's end of battery would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its own end; what it printed from the summary's first number on. */
    String summary() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end: " + Files.readString(err));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(process.exitValue() + ": " + Files.readString(err));
        }
        String printed = Files.readString(out);
        return printed.substring(printed.indexOf("\nlines ") + 1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The test's own; surefire hides it behind a jar that only names it. */
    private static String classPath() {
        String hidden = System.getProperty("surefire.test.class.path");
        return (hidden == null ? System.getProperty("java.class.path") : hidden)
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
