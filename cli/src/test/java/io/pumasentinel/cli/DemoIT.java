package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.demo.DemoIndices;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a data folder that has seen a kill and a second start. */
class DemoIT {
    private static final Pattern UNDER_WAY = Pattern.compile("(?m)^[1-9][\\d,]* of [\\d,]+ lines");
    private static final Pattern REPLAYED = Pattern.compile("replayed ([\\d,]+) lines into Kafka");
    private static final Pattern NODE = Pattern.compile("Elasticsearch (http://\\S+)");

    /**
     * The same numbers and the same incidents as an analysis of the files finds: nothing lost and
     * nothing twice, after a kill half-way and after a second start.
     */
    @Test
    void doublesNothingAfterAKillAndASecondStart(@TempDir Path folder) throws Exception {
        CaptureFiles capture = CaptureFiles.named("puma-7.2-cluster");
        CaptureAnalysis files = CaptureAnalysis.of(capture, folder.resolve("files"));
        Path data = folder.resolve("data");
        try (DemoProcess killed = DemoProcess.start(data, folder, "killed")) {
            killed.awaitSaid(UNDER_WAY);
            killed.kill();
        }
        String summary;
        try (DemoProcess again = DemoProcess.start(data, folder, "again")) {
            summary = again.summary();
        }
        assertThat(summary.lines()).containsAll(DemoNumbers.of(capture, files));
        try (DemoProcess second = DemoProcess.start(data, folder, "second")) {
            Matcher replayed = second.awaitSaid(REPLAYED);
            assertThat(replayed.group(1)).isEqualTo("0");
            assertThat(alertsAt(second.awaitSaid(NODE).group(1))).isEqualTo(incidents(files));
            assertThat(second.summary()).isEqualTo(summary);
        }
    }

    private static List<String> alertsAt(String node) throws IOException {
        try (ElasticsearchSearch search =
                new ElasticsearchSearch(ElasticsearchConnection.to(node))) {
            return incidents(
                    new DemoIndices(search).alerts().stream().map(RaisedAlert::new).toList());
        }
    }

    private static List<String> incidents(CaptureAnalysis files) throws IOException {
        return incidents(files.alerts());
    }

    private static List<String> incidents(List<RaisedAlert> alerts) {
        return alerts.stream()
                .map(a -> a.id() + " " + a.start() + " " + a.end() + " " + a.parts())
                .sorted()
                .toList();
    }
}
