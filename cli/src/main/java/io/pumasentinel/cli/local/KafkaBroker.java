package io.pumasentinel.cli.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, one node) in this process, on the loopback interface.
 *
 * <p>Its data folder outlives it: a broker that is started on the folder of an earlier one serves
 * the same topics, also after that one was killed.
 */
public final class KafkaBroker implements AutoCloseable {
    /** One cluster id for every data folder: a broker of the demo never meets another. */
    private static final String CLUSTER_ID = "cHVtYS1zZW50aW5lbA";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker.
     *
     * @param folder where it keeps its data; made if absent
     * @param port the client port, 0 for any
     * @throws IOException if the folder cannot be prepared
     */
    public static KafkaBroker start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        int clientPort = FreePort.near(port);
        int controllerPort = FreePort.near(0);
        Properties properties = properties(folder, clientPort, controllerPort);
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            format(folder, properties);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, "127.0.0.1:" + clientPort);
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path folder, int clientPort, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:"
                        + clientPort
                        + ",CONTROLLER://127.0.0.1:"
                        + controllerPort);
        p.setProperty("log.dirs", folder.resolve("log").toString());
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("auto.create.topics.enable", "false");
        // The capture is older than a retention: a demo that deleted its own input would be empty.
        p.setProperty("log.retention.ms", "-1");
        return p;
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code =
                StorageTool.execute(
                        new String[] {
                            "format", "--cluster-id", CLUSTER_ID, "--config", file.toString()
                        },
                        print);
        if (code != 0) {
            throw new IOException(
                    "Kafka's data folder cannot be prepared (got "
                            + said.toString(StandardCharsets.UTF_8).strip()
                            + ")");
        }
    }
}
