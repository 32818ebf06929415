package io.pumasentinel.job.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of one cluster: configuration, logs, checkpoints, savepoints.
 *
 * @param root the folder itself
 */
record FlinkFolder(Path root) {

    /** Where Flink's configuration lies. */
    Path configuration() {
        return root.resolve("conf");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    Path savepoints() {
        return root.resolve("savepoints");
    }

    /**
     * Writes the configuration of a small cluster on the loopback interface.
     *
     * <p>The TaskManager's memory is spelled out because no script of a distribution computes it
     * here; {@link StandaloneFlink} gives its JVM the same sizes.
     */
    void write(int rpcPort, int restPort) throws IOException {
        Files.createDirectories(configuration());
        Files.createDirectories(root.resolve("tmp"));
        Files.write(
                configuration().resolve("config.yaml"),
                List.of(
                        "jobmanager.rpc.address: 127.0.0.1",
                        "jobmanager.rpc.port: " + rpcPort,
                        "jobmanager.bind-host: 127.0.0.1",
                        "taskmanager.host: 127.0.0.1",
                        "taskmanager.bind-host: 127.0.0.1",
                        "rest.address: 127.0.0.1",
                        "rest.bind-address: 127.0.0.1",
                        "rest.port: " + restPort,
                        "rest.bind-port: " + restPort,
                        "io.tmp.dirs: " + root.resolve("tmp"),
                        "taskmanager.numberOfTaskSlots: " + StandaloneFlink.SLOTS,
                        "taskmanager.cpu.cores: 2.0",
                        "taskmanager.memory.framework.heap.size: 128m",
                        "taskmanager.memory.task.heap.size: 384m",
                        "taskmanager.memory.framework.off-heap.size: 128m",
                        "taskmanager.memory.task.off-heap.size: 64m",
                        "taskmanager.memory.network.min: 64m",
                        "taskmanager.memory.network.max: 64m",
                        "taskmanager.memory.managed.size: 32m",
                        "taskmanager.memory.jvm-metaspace.size: 256m",
                        "taskmanager.memory.jvm-overhead.min: 192m",
                        "taskmanager.memory.jvm-overhead.max: 192m",
                        // A killed TaskManager is missed after two heartbeats, not after 50 s.
                        "heartbeat.interval: 2000",
                        "heartbeat.rpc-failure-threshold: 2",
                        "metrics.fetcher.update-interval: 500",
                        "execution.checkpointing.savepoint-dir: " + savepoints().toUri()));
        Files.write(
                configuration().resolve("log4j2.properties"),
                List.of(
                        "rootLogger.level = INFO",
                        "rootLogger.appenderRef.console.ref = Console",
                        "appender.console.name = Console",
                        "appender.console.type = CONSOLE",
                        "appender.console.layout.type = PatternLayout",
                        "appender.console.layout.pattern = %d %-5p %c{1} - %m%n",
                        "logger.kafka.name = org.apache.kafka",
                        "logger.kafka.level = WARN"));
    }
}
