package io.pumasentinel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)><!--<script>{{scripts}}&\u2028";

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void embedsAnElasticsearchResponseForEveryQueryOfThePage() throws IOException {
        JsonNode data = data(report(PageFixture.copyTo(folder)));
        for (JsonNode query : PageAssets.queries()) {
            JsonNode response = data.path("responses").path(query.path("index").textValue());
            assertThat(response.path("hits").path("hits").size()).isPositive();
            assertThat(response.at("/hits/hits/0/_source/@timestamp").isTextual()).isTrue();
        }
        assertThat(data.at("/status/requests").longValue()).isEqualTo(52_895);
        assertThat(data.path("mode").textValue()).isEqualTo("report");
    }

    @Test
    void loadsNothingFromAnywhere() throws IOException {
        String html = report(PageFixture.copyTo(folder));
        String markup = html.replaceAll("(?s)<script.*?</script>", "");
        assertThat(markup).doesNotContain("http:", "https:", "//").doesNotContain(" src=");
        assertThat(markup).containsOnlyOnce("<link").contains("href=\"data:,\"");
        assertThat(html).contains("default-src 'none'").doesNotContain("sourceMappingURL");
    }

    @Test
    void keepsMarkupFromLogsInertWhereverItStands() throws IOException {
        String clean = report(PageFixture.copyTo(folder));
        for (String name : List.of("alerts", "windows", "dead-letters", "stats")) {
            List<String> lines = PageFixture.lines(name + ".ndjson.gz");
            Files.write(
                    folder.resolve(name + ".ndjson"),
                    lines.stream().map(ReportWriterTest::poison).toList());
        }
        String status = "{\"message\":" + Json.MAPPER.writeValueAsString(HOSTILE) + "}";
        String poisoned = report(ReportData.in(folder, status));

        assertThat(count(poisoned, "<script")).isEqualTo(count(clean, "<script"));
        assertThat(count(poisoned, "</script")).isEqualTo(count(clean, "</script"));
        assertThat(poisoned).doesNotContain("<img", "<!--");
        assertThat(data(poisoned).at("/status/message").textValue()).isEqualTo(HOSTILE);
        assertThat(data(poisoned).at("/responses/alerts-puma-*/hits/hits/0/_source/rule/name"))
                .hasToString(
                        Json.MAPPER
                                .writeValueAsString(HOSTILE)
                                .replace("\\u003C", "<")
                                .replace("\\u003E", ">")
                                .replace("\\u0026", "&"));
    }

    @Test
    void writesAnEmptyReportWhereFilesAreMissing() throws IOException {
        JsonNode data = data(report(ReportData.in(folder.resolve("none"), "{}")));
        assertThat(data.path("responses"))
                .allSatisfy(response -> assertThat(response.at("/hits/hits")).isEmpty());
    }

    @Test
    void mergesWindowsWhereTooManyWouldBeDrawn() throws IOException {
        Files.write(
                folder.resolve("windows.ndjson"),
                IntStream.range(0, 25_000).mapToObj(ReportWriterTest::window).toList());
        JsonNode hits =
                data(report(ReportData.in(folder, "{}")))
                        .at("/responses/metrics-puma.endpoint-*/hits");
        assertThat(hits.at("/total/value").intValue()).isEqualTo(25_000);
        assertThat(hits.path("hits")).hasSize(6_250);
        JsonNode merged = hits.at("/hits/6249/_source");
        assertThat(merged.path("@timestamp").textValue()).isEqualTo(time(0));
        assertThat(merged.at("/sentinel/window/size_seconds").intValue()).isEqualTo(40);
        assertThat(merged.at("/sentinel/window/count").intValue()).isEqualTo(4 * 7);
        assertThat(merged.at("/sentinel/window/latency/p95").intValue()).isEqualTo(3);
    }

    @Test
    void keepsTheNewestSamplesWhereThereAreTooMany() throws IOException {
        Files.write(
                folder.resolve("stats.ndjson"),
                IntStream.range(0, 10_500).mapToObj(ReportWriterTest::window).toList());
        JsonNode hits =
                data(report(ReportData.in(folder, "{}")))
                        .at("/responses/metrics-puma.stats-*/hits");
        assertThat(hits.path("hits")).hasSize(10_000);
        assertThat(hits.at("/total/value").intValue()).isEqualTo(10_500);
        assertThat(hits.at("/hits/0/_source/@timestamp").textValue()).isEqualTo(time(10_499));
        assertThat(hits.at("/hits/9999/_source/@timestamp").textValue()).isEqualTo(time(500));
    }

    @Test
    void keepsTheLastStateOfAnAlert() throws IOException {
        Files.write(folder.resolve("alerts.ndjson"), List.of(alert("open"), alert("closed")));
        JsonNode hits =
                data(report(ReportData.in(folder, "{}"))).at("/responses/alerts-puma-*/hits");
        assertThat(hits.path("hits")).hasSize(1);
        assertThat(hits.at("/total/value").intValue()).isEqualTo(1);
        assertThat(hits.at("/hits/0/_source/sentinel/alert/status").textValue())
                .isEqualTo("closed");
    }

    @Test
    void namesFileAndLineOfABrokenDocument() throws IOException {
        Files.write(folder.resolve("stats.ndjson"), List.of("{}", "{broken"));
        assertThatThrownBy(() -> report(ReportData.in(folder, "{}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stats.ndjson:2: not a JSON document");
    }

    private String report(ReportData data) throws IOException {
        Path html = folder.resolve("report.html");
        ReportWriter.write(html, data);
        return Files.readString(html);
    }

    private static JsonNode data(String html) throws IOException {
        Matcher element =
                Pattern.compile("<script[^>]*id=\"sentinel-data\">(.*?)</script>", Pattern.DOTALL)
                        .matcher(html);
        assertThat(element.find()).isTrue();
        return Json.MAPPER.readTree(element.group(1));
    }

    /** The document with every text value but the times replaced. */
    private static String poison(String line) {
        String hostile = Json.MAPPER.valueToTree(HOSTILE).toString();
        return Pattern.compile("(\"[^\"@]+\":)\"((?!20\\d\\d-)(?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + hostile));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String time(int window) {
        return Instant.ofEpochSecond(1_800_000_000L + 10L * window).toString();
    }

    /** A window of 7 requests whose p95 and score tell its number. */
    private static String window(int number) {
        return """
        {"@timestamp":"%s","puma":{"endpoint":"GET /"},"sentinel":{"anomaly":{"score":%d},\
        "window":{"size_seconds":10,"count":7,"latency":{"p95":%d}}}}\
        """
                .formatted(time(number), number, number);
    }

    private static String alert(String status) {
        return "{\"@timestamp\":\"%s\",\"sentinel\":{\"alert\":{\"id\":\"a\",\"status\":\"%s\"}}}"
                .formatted(time(0), status);
    }
}
