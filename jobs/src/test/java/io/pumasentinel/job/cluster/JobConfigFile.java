package io.pumasentinel.job.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the configuration of the job: the defaults on the services of the test, but for shorter
 * waits.
 */
final class JobConfigFile {
    private JobConfigFile() {}

    /**
     * Writes it.
     *
     * @param namespace of the indices; also names the file, the consumer group and the checkpoints
     * @return the file
     */
    static Path write(
            FlinkFolder flink,
            String namespace,
            Broker broker,
            List<CaptureFile> capture,
            URI elasticsearch)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("service: {name: shop, host: web-1}");
        lines.add("kafka:");
        lines.add("  bootstrap-servers: [\"" + broker.bootstrapServers() + "\"]");
        lines.add("  group-id: " + namespace);
        lines.add("  start-from: earliest");
        lines.add("  sources:");
        for (CaptureFile file : capture) {
            lines.add("    - topic: " + file.topic());
        }
        lines.add("elasticsearch:");
        lines.add("  urls: [\"" + elasticsearch + "\"]");
        lines.add("  namespace: " + namespace);
        lines.add("watermarks: {idle-after: 15s}");
        lines.add("checkpoints:");
        lines.add("  interval: 2s");
        lines.add("  folder: \"" + flink.checkpoints().resolve(namespace).toUri() + "\"");
        return Files.write(flink.root().resolve(namespace + ".yaml"), lines);
    }
}
