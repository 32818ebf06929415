package io.pumasentinel.elasticsearch.node;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running Elasticsearch node on 127.0.0.1 in a JVM of its own, which ends with {@link #close} or
 * with this JVM, whichever comes first and however it ends.
 *
 * <p>Starting on a folder that an earlier node used continues with its data; two nodes cannot share
 * a folder. The node is a single one without security, ILM, scripting and the types {@code
 * wildcard}, {@code match_only_text} and {@code constant_keyword}. Its log is {@code logs/node.log}
 * in the folder. Thread-safe.
 */
public final class ElasticsearchProcess implements AutoCloseable {

    private static final int DEFAULT_HEAP_MEGABYTES = 512;
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final URI url;

    private ElasticsearchProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a node with a heap of 512 MB and waits until it answers.
     *
     * @param dataDir its folder, created if absent
     * @param port its HTTP port; 0 = a free one
     * @throws IOException if it does not come up; the message names the cause and the log
     */
    public static ElasticsearchProcess start(Path dataDir, int port) throws IOException {
        return start(dataDir, port, DEFAULT_HEAP_MEGABYTES);
    }

    /**
     * Like {@link #start(Path, int)} with a heap of the caller's choice.
     *
     * @param heapMegabytes largest heap, at least 256
     */
    public static ElasticsearchProcess start(Path dataDir, int port, int heapMegabytes)
            throws IOException {
        return start(ServerDistribution.bundled(), dataDir, port, heapMegabytes);
    }

    /** Like {@link #start(Path, int)} with a server of another release. */
    public static ElasticsearchProcess start(ServerDistribution server, Path dataDir, int port)
            throws IOException {
        return start(server, dataDir, port, DEFAULT_HEAP_MEGABYTES);
    }

    private static ElasticsearchProcess start(
            ServerDistribution server, Path dataDir, int port, int heapMegabytes)
            throws IOException {
        if (heapMegabytes < 256) {
            throw new IllegalArgumentException(
                    "the node's heap is too small (got "
                            + heapMegabytes
                            + " MB); it needs at least 256 MB");
        }
        NodeHome home = new NodeHome(dataDir);
        home.layOut(server.jars());
        List<String> command = command(server, home, heapMegabytes);
        command.add(home.root().toString());
        command.add(Integer.toString(port));
        Process process =
                new ProcessBuilder(command).redirectError(home.console().toFile()).start();
        int bound = awaitPort(process, home);
        return new ElasticsearchProcess(process, URI.create("http://127.0.0.1:" + bound));
    }

    /** Where it answers, such as {@code http://127.0.0.1:9200}. */
    public URI url() {
        return url;
    }

    /** The process id of its JVM. */
    public long pid() {
        return process.pid();
    }

    /** Whether its JVM runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the node in order, by force after 20 seconds; does nothing if it has ended. */
    @Override
    public void close() {
        end(process);
    }

    private static List<String> command(
            ServerDistribution server, NodeHome home, int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(server.jdk().java().toString());
        command.add("-Xms128m");
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.io.tmpdir=" + home.temporary());
        command.add("-Djava.awt.headless=true");
        command.add("-Dlog4j2.disable.jmx=true");
        // Otherwise the log closes before the node does, and its last lines are lost.
        command.add("-Dlog4j2.shutdownHookEnabled=false");
        command.add("-Dio.netty.noUnsafe=true");
        if (server.jdk().feature() >= 21) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(
                server.jars().classPath().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add("io.pumasentinel.elasticsearch.node.NodeMain");
        return command;
    }

    private static int awaitPort(Process process, NodeHome home) throws IOException {
        CompletableFuture<@Nullable String> answer =
                CompletableFuture.supplyAsync(() -> firstAnswer(process));
        String cause;
        try {
            String line = answer.get(START_SECONDS, TimeUnit.SECONDS);
            if (line != null && line.startsWith(NodeMain.UP)) {
                return Integer.parseInt(line.substring(NodeMain.UP.length()).trim());
            }
            cause = line == null ? lastWords(home) : line.substring(NodeMain.FAILED.length());
        } catch (TimeoutException e) {
            cause = "no answer within " + START_SECONDS + " s";
        } catch (ExecutionException e) {
            cause = String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cause = "interrupted while waiting for it";
        }
        end(process);
        throw new IOException(
                "Elasticsearch did not start: " + cause + "; its log is " + home.log());
    }

    private static @Nullable String firstAnswer(Process process) {
        // Stays open: a closed pipe would break a later write of the node's JVM.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return out.lines()
                .filter(line -> line.startsWith(NodeMain.UP) || line.startsWith(NodeMain.FAILED))
                .findFirst()
                .orElse(null);
    }

    private static String lastWords(NodeHome home) throws IOException {
        List<String> lines = Files.readAllLines(home.console(), StandardCharsets.ISO_8859_1);
        return lines.isEmpty() ? "its JVM ended without a word" : lines.get(lines.size() - 1);
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
