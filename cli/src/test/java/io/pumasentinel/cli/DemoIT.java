package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.demo.DemoIndices;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        expect(summary, capture, files);
        try (DemoProcess second = DemoProcess.start(data, folder, "second")) {
            Matcher replayed = second.awaitSaid(REPLAYED);
            assertThat(replayed.group(1)).isEqualTo("0");
            assertThat(alertsAt(second.awaitSaid(NODE).group(1))).isEqualTo(incidents(files));
            assertThat(second.summary()).isEqualTo(summary);
        }
    }

    private static void expect(String summary, CaptureFiles capture, CaptureAnalysis files)
            throws IOException {
        long requests = capture.requestLines().size();
        long entries = capture.errors() + CaptureFiles.lines(capture.access()).size() - requests;
        long lines = 0;
        for (Path file : List.of(capture.access(), capture.stderr(), capture.stats())) {
            lines += CaptureFiles.lines(file).size();
        }
        long unread = CaptureFiles.lines(capture.stderr()).size() - capture.errors();
        long windows = files.documents("windows.ndjson").size();
        assertThat(summary.lines())
                .contains(number("lines", lines))
                .contains(number("requests", requests))
                .contains(number("windows", windows))
                .contains(number("alerts", files.alerts().size()))
                .contains(number("  logs-puma.access", requests))
                .contains(number("  logs-puma.error", entries))
                .contains(number("  logs-puma.dead_letter", unread))
                .contains(number("  metrics-puma.stats", capture.samples()))
                .contains(number("  metrics-puma.endpoint", windows))
                .contains(number("  alerts-puma", files.alerts().size()));
    }

    private static String number(String what, long count) {
        return String.format(Locale.ROOT, "%-32s %,10d", what, count);
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
