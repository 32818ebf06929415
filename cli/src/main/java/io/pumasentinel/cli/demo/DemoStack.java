package io.pumasentinel.cli.demo;

import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.cli.local.KafkaBroker;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import io.pumasentinel.job.config.ElasticsearchConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The services of the demo on one data folder: a real Kafka broker in this process, and a real
 * Elasticsearch node in another unless the user has an own one. The folder outlives them, and
 * serves one stack at a time.
 */
public final class DemoStack implements AutoCloseable {
    private static final int KAFKA_PORT = 9092;
    private static final int ELASTICSEARCH_PORT = 9200;

    private final FileChannel lock;
    private final KafkaBroker kafka;
    private final @Nullable ElasticsearchProcess node;
    private final ElasticsearchConfig elasticsearch;
    private boolean closed;

    private DemoStack(
            FileChannel lock,
            KafkaBroker kafka,
            @Nullable ElasticsearchProcess node,
            ElasticsearchConfig elasticsearch) {
        this.lock = lock;
        this.kafka = kafka;
        this.node = node;
        this.elasticsearch = elasticsearch;
    }

    /**
     * Starts both services; each on its usual port or, where that is taken, on a free one.
     *
     * @throws IOException if the folder serves another demo or a service does not start
     */
    public static DemoStack start(Path folder) throws IOException {
        return start(folder, null);
    }

    /** Like {@link #start(Path)} with the user's own Elasticsearch: only Kafka is started. */
    public static DemoStack start(Path folder, @Nullable ElasticsearchConfig own)
            throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        KafkaBroker kafka = null;
        try {
            kafka = KafkaBroker.start(folder.resolve("kafka"), KAFKA_PORT);
            if (own != null) {
                return new DemoStack(lock, kafka, null, own);
            }
            ElasticsearchProcess node =
                    ElasticsearchProcess.start(
                            folder.resolve("elasticsearch"), FreePort.near(ELASTICSEARCH_PORT));
            return new DemoStack(
                    lock, kafka, node, DemoConfig.elasticsearch(node.url().toString()));
        } catch (IOException | RuntimeException e) {
            if (kafka != null) {
                kafka.close();
            }
            lock.close();
            throw e;
        }
    }

    /** {@code host:port} of the broker. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The Elasticsearch that the job writes to, with the demo's namespace. */
    public ElasticsearchConfig elasticsearch() {
        return elasticsearch;
    }

    /** Whether that is the user's own. */
    public boolean isOwn() {
        return node == null;
    }

    /** Its address. */
    public String elasticsearchUrl() {
        return elasticsearch.urls().get(0);
    }

    /**
     * Stops what it started, once: on Ctrl-C the command and the shutdown hook both come here, and
     * a broker whose controller somebody else stops meanwhile would wait for it for minutes.
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (node != null) {
                node.close();
            }
            kafka.close();
        } finally {
            lock.close();
        }
    }

    /** For the end of the process, where nobody could do anything about a failure. */
    public void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("puma-sentinel: stopping the services: " + e.getMessage());
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException(
                    "another demo is running on the data folder (got "
                            + folder
                            + "); stop it or give another folder with --data");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
