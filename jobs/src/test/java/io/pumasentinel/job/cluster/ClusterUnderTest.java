package io.pumasentinel.job.cluster;

import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
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
final class ClusterUnderTest implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
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
            elasticsearch = opened(ElasticsearchProcess.start(folder.resolve("elasticsearch"), 0));
            broker = opened(Broker.start(folder.resolve("kafka")));
            flink = opened(StandaloneFlink.start(folder.resolve("flink")));
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

    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
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
