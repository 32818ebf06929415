package io.pumasentinel.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The job jar on a real cluster, fed with the capture: stopped with a savepoint and run again, then
 * a TaskManager is killed with -9 and another takes over. What is indexed then equals what a run
 * without any of this indexes.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int LINES_PER_SECOND = 3_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final String REQUESTS = "logs-puma.access";

    private static Parts parts;

    record Parts(
            Path folder,
            List<CaptureFile> capture,
            Broker broker,
            ElasticsearchProcess elasticsearch,
            StandaloneFlink flink) {}
}
