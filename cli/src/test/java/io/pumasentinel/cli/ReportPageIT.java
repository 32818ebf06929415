package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pumasentinel.cli.browser.Browser;
import io.pumasentinel.cli.browser.ResultsPage;
import io.pumasentinel.cli.page.ReportData;
import io.pumasentinel.cli.page.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the bundled capture in a real browser: what it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the tests
class ReportPageIT {
    private static final List<String> LEVELS =
            List.of("critical", "high", "medium", "low", "informational");
    private static final String HOSTILE =
            "\"><img src=x onerror=hit=1></script><script>hit=1</script>";

    private Browser browser;
    private ResultsPage page;
    private OpenReport report;

    @BeforeAll
    void openTheReport(@TempDir Path empty) {
        report = OpenReport.of(empty);
    }

    @AfterAll
    void close() {
        if (report != null) {
            report.close();
        }
    }

    @BeforeEach
    void lookAtALaptop() {
        report.browser().look(1440, 900, "light");
        page = report.page();
        browser = report.browser();
    }

    static List<FilterCase> filters() {
        return FilterCase.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void drawsEveryPanelAndAsksNobody(String colours) {
        browser.look(1440, 900, colours);
        page.open(Map.of());
        new ShownResults(page, report.files()).expectAllDrawn();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsWhatTheFiltersLeave(FilterCase filter) throws IOException {
        page.open(filter.filters());
        new ShownResults(page, report.files()).expect(filter);
    }

    @Test
    void canBeUsedWithinTwoSeconds() {
        page.open(Map.of());
        assertThat(
                        browser.number(
                                "return performance.getEntriesByName('sentinel-interactive')[0]"
                                        + ".startTime"))
                .isBetween(1L, 2_000L);
    }

    @Test
    void goesBackThroughTheFiltersChosenByHand() throws IOException {
        ShownResults shown = new ShownResults(page, report.files());
        List<FilterCase> cases = FilterCase.all();
        page.open(Map.of());
        browser.js(
                "const select = document.getElementById('filter-technique'); select.value ="
                        + " 'T1190'; select.dispatchEvent(new Event('change'))");
        page.settle();
        shown.expect(byFilter(cases, "technique"));
        browser.back();
        page.settle();
        shown.expect(cases.get(0));
        browser.js("history.forward()");
        browser.await("document.querySelectorAll('.chosen').length === 1");
        page.settle();
        browser.click(".chosen");
        page.settle();
        shown.expect(cases.get(0));
    }

    private static FilterCase byFilter(List<FilterCase> cases, String name) {
        return cases.stream().filter(c -> c.filters().containsKey(name)).findFirst().orElseThrow();
    }

    @Test
    void choosesTheTimeThatIsDraggedOver() throws IOException {
        page.open(Map.of());
        browser.drag(ResultsPage.drawing("requests-over-time"), 0.3, 0.6);
        browser.await("document.querySelectorAll('.chosen').length === 2");
        page.settle();
        long from = browser.number("return sentinel.filters.instant('from')");
        long to = browser.number("return sentinel.filters.instant('to')");
        List<JsonNode> windows = report.files().documents("windows.ndjson");
        long inside =
                windows.stream().map(ReportPageIT::millis).filter(t -> t >= from && t < to).count();
        assertThat(inside).isBetween(1L, windows.size() - 1L);
        assertThat(page.counter("windows")).isEqualTo(inside);
    }

    private static long millis(JsonNode document) {
        return Instant.parse(document.path("@timestamp").textValue()).toEpochMilli();
    }

    @Test
    void sortsByLevelAndByTime() throws IOException {
        Comparator<JsonNode> newest = Comparator.comparingLong(ReportPageIT::millis).reversed();
        page.open(Map.of());
        assertOrder(
                page.alerts(), Comparator.comparingInt(ReportPageIT::rank).thenComparing(newest));
        page.open(Map.of("sort", "newest"));
        assertOrder(page.alerts(), newest);
        page.open(Map.of("sort", "oldest"));
        assertOrder(page.alerts(), newest.reversed());
    }

    private static int rank(JsonNode alert) {
        return LEVELS.indexOf(alert.at("/sentinel/alert/level").asText());
    }

    private void assertOrder(List<String> ids, Comparator<JsonNode> order) throws IOException {
        List<JsonNode> shown = new ArrayList<>();
        for (String id : ids) {
            report.files().documents("alerts.ndjson").stream()
                    .filter(a -> a.at("/sentinel/alert/id").asText().equals(id))
                    .forEach(shown::add);
        }
        assertThat(shown).hasSize(15).isSortedAccordingTo(order);
    }

    @Test
    void unfoldsStepsEvidenceTechniquesAndRunbook() {
        page.open(Map.of("entity", "address:198.18.79.14", "level", "critical"));
        browser.click(".alert > summary");
        browser.await("document.querySelector('.alert .sequence canvas') !== null");
        assertThat(page.marks("alert-sequence")).isEqualTo(2 + 3 * 4);
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('.alert td.line')].map(e =>"
                                        + " e.textContent)"))
                .hasSize(10)
                .anyMatch(line -> line.contains("GET /admin"));
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('.technique-link')].map(e =>"
                                        + " e.href)"))
                .contains("https://attack.mitre.org/techniques/T1110/001/");
        browser.click(".runbook > summary");
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('.prose h4')].map(e =>"
                                        + " e.innerText)"))
                .containsExactly("Meaning", "Check", "Respond", "Tune");
        new ShownResults(page, report.files()).expectQuiet();
    }

    @Test
    void keepsMarkupFromLogsText(@TempDir Path folder) throws IOException {
        for (String name : List.of("alerts", "windows", "stats", "dead-letters")) {
            String file = name + ".ndjson";
            Files.writeString(folder.resolve(file), poisoned(report.files().text(file)));
        }
        Path html = folder.resolve("report.html");
        ReportWriter.write(html, ReportData.in(folder, "{\"message\":" + quoted() + "}"));
        ResultsPage hostile = new ResultsPage(browser, html.toUri().toString());
        browser.forget();
        hostile.open(Map.of("q", "<img src=x onerror=hit=1>"));
        browser.js("document.querySelectorAll('details').forEach(d => { d.open = true })");
        long several =
                report.files().documents("alerts.ndjson").stream()
                        .filter(alert -> alert.at("/sentinel/alert/parts").size() > 1)
                        .count();
        assertThat(several).isPositive();
        browser.await("document.querySelectorAll('.alert .sequence canvas').length === " + several);
        assertThat(browser.js("return typeof hit")).isEqualTo("undefined");
        assertThat(browser.number("return document.querySelectorAll('img').length")).isZero();
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('.what b')].map(e =>"
                                        + " e.textContent)"))
                .hasSize(15)
                .containsOnly(HOSTILE);
        assertThat(hostile.marks("requests-over-time")).isPositive();
        new ShownResults(hostile, report.files()).expectQuiet();
    }

    /** The documents with every text but the times replaced. */
    private static String poisoned(String documents) {
        return Pattern.compile(
                        "(\"[^\"@]+\":|[\\[,])\"((?!20\\d\\d-|[0-9a-f]{24}\")(?:[^\"\\\\]|\\\\.)*)\"(?!:)")
                .matcher(documents)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + quoted()));
    }

    private static String quoted() {
        return TextNode.valueOf(HOSTILE).toString();
    }
}
