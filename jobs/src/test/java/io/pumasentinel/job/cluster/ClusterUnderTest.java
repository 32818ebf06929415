package io.pumasentinel.job.cluster;

import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A broker, an Elasticsearch node and a Flink cluster; closing it ends all of them. */
final class ClusterUnderTest implements Closeable {
    private final Deque<Closeable> parts = new ArrayDeque<>();
    private final Broker broker;
    private final ElasticsearchProcess elasticsearch;
    private final StandaloneFlink flink;

    /**
     * Starts everything, but no TaskManager.
     *
     * @param folder emptied first; the logs stay there
     */
    ClusterUnderTest(Path folder, List<CaptureFile> capture) throws Exception {
        delete(folder);
        Files.createDirectories(folder.resolve("kafka"));
        try {
            elasticsearch = ElasticsearchProcess.start(folder.resolve("elasticsearch"), 0);
            parts.push(elasticsearch::close);
            broker = Broker.start(folder.resolve("kafka"));
            parts.push(broker);
            flink = StandaloneFlink.start(folder.resolve("flink"));
            parts.push(flink::close);
            broker.createTopics(capture.stream().map(CaptureFile::topic).toList());
            IndexSetup.install(
                    ElasticsearchConnection.to(elasticsearch.url().toString()),
                    Duration.ofSeconds(30));
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    Broker broker() {
        return broker;
    }

    ElasticsearchProcess elasticsearch() {
        return elasticsearch;
    }

    StandaloneFlink flink() {
        return flink;
    }

    /** Ends the others even if one of them fails to end. */
    @Override
    public void close() throws IOException {
        Closeable part = parts.poll();
        if (part != null) {
            try {
                part.close();
            } finally {
                close();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
