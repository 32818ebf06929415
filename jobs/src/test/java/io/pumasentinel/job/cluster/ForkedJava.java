package io.pumasentinel.job.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, which does not outlive this one. What it prints goes to a file. */
final class ForkedJava implements AutoCloseable {
    private static final String WATCH = ParentWatch.class.getName();

    private static final int LAST_WORDS = 4_000;

    private final Process process;
    private final Path output;

    private ForkedJava(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a main class of Flink's jars.
     *
     * @param flink the cluster's folder
     * @param name names the file of what it prints
     * @param options options of the JVM
     * @param main the main class and its arguments
     */
    static ForkedJava start(FlinkFolder flink, String name, List<String> options, String... main)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(watch(flink.root()) + File.pathSeparator + FlinkJars.classPath());
        command.add(WATCH);
        command.addAll(List.of(main));
        Path output = flink.root().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().put("FLINK_CONF_DIR", flink.configuration().toString());
        return new ForkedJava(builder.start(), output);
    }

    /** The last of what it has printed. */
    String output() {
        try {
            String all = Files.readString(output, StandardCharsets.ISO_8859_1);
            return output + " ends in: " + all.substring(Math.max(0, all.length() - LAST_WORDS));
        } catch (IOException e) {
            return output + " cannot be read: " + e;
        }
    }

    /**
     * True.
     *
     * @throws AssertionError if it has ended: nobody needs to wait for it any longer
     */
    boolean isAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ": " + output());
        }
        return true;
    }

    /** Its exit code. */
    int await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("no end within " + limit.toSeconds() + " s: " + output());
        }
        return process.exitValue();
    }

    /** {@code kill -9}: it gets no chance to say or write anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end; after ten seconds no longer asks. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A folder with that one class: nothing else of the tests may be on Flink's class path. */
    private static Path watch(Path root) throws IOException {
        Path folder = root.resolve("watch");
        String file = WATCH.replace('.', '/') + ".class";
        Path copy = folder.resolve(file);
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            try (InputStream in = ForkedJava.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException("not on the class path: " + file);
                }
                Files.copy(in, copy);
            }
        }
        return folder;
    }
}
