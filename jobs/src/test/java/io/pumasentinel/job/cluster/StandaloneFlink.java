package io.pumasentinel.job.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Flink cluster: a JobManager and as many TaskManagers as are started, each a JVM of
 * its own, and Flink's own client. Closing it ends every process.
 */
final class StandaloneFlink implements AutoCloseable {
    /** Of one TaskManager. */
    static final int SLOTS = 2;

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration CALL = Duration.ofMinutes(2);
    private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
    private static final Pattern SAVEPOINT = Pattern.compile("Path: (\\S+)");
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "sun.nio.ch");

    private final FlinkFolder folder;
    private final FlinkRest rest;
    private final List<ForkedJava> processes = new ArrayList<>();
    private int started;

    private StandaloneFlink(FlinkFolder folder, FlinkRest rest) {
        this.folder = folder;
        this.rest = rest;
    }

    /** A JobManager that answers, and no TaskManager. */
    static StandaloneFlink start(Path root) throws IOException, InterruptedException {
        FlinkFolder folder = new FlinkFolder(root.toAbsolutePath());
        int restPort = freePort();
        folder.write(freePort(), restPort);
        StandaloneFlink flink =
                new StandaloneFlink(folder, new FlinkRest("http://127.0.0.1:" + restPort));
        ForkedJava jobManager =
                flink.fork(
                        "jobmanager",
                        List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m"),
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        folder.configuration().toString(),
                        "--executionMode",
                        "cluster");
        try {
            Await.until(
                    "the JobManager",
                    START,
                    jobManager::output,
                    () -> jobManager.isAlive() && flink.rest.answers());
        } catch (IOException | InterruptedException | AssertionError e) {
            flink.close();
            throw e;
        }
        return flink;
    }

    FlinkRest rest() {
        return rest;
    }

    FlinkFolder folder() {
        return folder;
    }

    /** Starts a TaskManager and waits until it has registered. */
    ForkedJava startTaskManager() throws IOException, InterruptedException {
        Set<String> before = rest.taskManagers();
        ForkedJava taskManager =
                fork(
                        "taskmanager",
                        List.of(
                                "-Xmx512m",
                                "-XX:MaxDirectMemorySize=256m",
                                "-XX:MaxMetaspaceSize=256m"),
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        "--configDir",
                        folder.configuration().toString());
        Await.until(
                "another TaskManager",
                START,
                taskManager::output,
                () -> taskManager.isAlive() && !before.containsAll(rest.taskManagers()));
        return taskManager;
    }

    /**
     * {@code flink run -d}.
     *
     * @param options of {@code flink run}
     * @return the job's id
     */
    String run(Path jar, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("run", "-d"));
        call.addAll(options);
        call.add(jar.toString());
        call.addAll(List.of(arguments));
        return found(JOB_ID, client(call));
    }

    /**
     * {@code flink stop}: with a savepoint, without drain.
     *
     * @return the savepoint's path
     */
    String stop(String jobId) throws IOException, InterruptedException {
        return found(SAVEPOINT, client(List.of("stop", jobId)));
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
    }

    private String client(List<String> call) throws IOException, InterruptedException {
        List<String> main = new ArrayList<>(List.of("org.apache.flink.client.cli.CliFrontend"));
        main.addAll(call);
        ForkedJava client = fork("client", List.of("-Xmx512m"), main.toArray(String[]::new));
        int code = client.await(CALL);
        if (code != 0) {
            throw new AssertionError(
                    "flink " + call + " ended with " + code + ": " + client.output());
        }
        return client.output();
    }

    private ForkedJava fork(String name, List<String> options, String... main) throws IOException {
        Path log = folder.configuration().resolve("log4j2.properties");
        List<String> all =
                Stream.of(
                                options.stream(),
                                OPENED.stream()
                                        .map(p -> "--add-opens=java.base/" + p + "=ALL-UNNAMED"),
                                Stream.of(
                                        "-XX:+UseSerialGC",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-Dlog4j.configurationFile=" + log.toUri()))
                        .flatMap(part -> part)
                        .toList();
        started++;
        ForkedJava process = ForkedJava.start(folder, started + "-" + name, all, main);
        processes.add(process);
        return process;
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in what Flink's client said: " + output);
        }
        return matcher.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
