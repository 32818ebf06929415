package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.browser.ResultsPage;
import io.pumasentinel.cli.browser.Traffic;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Holds an open results page against the documents that it should show. */
record ShownResults(ResultsPage page, CaptureAnalysis files) {

    private static final List<String> TRAFFIC = List.of("requests-over-time", "errors-over-time");
    private static final List<String> ENDPOINT =
            List.of("endpoint-latency", "endpoint-rate", "endpoint-errors");
    private static final List<String> PUMA =
            List.of("puma-threads", "puma-capacity", "puma-backlog");

    /** Everything was drawn, nobody complained, nothing but the page itself was asked for. */
    void expectAllDrawn() {
        for (List<String> panels : List.of(List.of("alert-timeline"), TRAFFIC, ENDPOINT, PUMA)) {
            for (String panel : panels) {
                assertThat(page.marks(panel)).as(panel).isGreaterThan(10);
                assertThat(page.colours(panel)).as(panel).isGreaterThan(4);
            }
        }
        expectQuiet();
    }

    void expectQuiet() {
        Traffic traffic = page.browser().traffic();
        assertThat(traffic.failures()).isEmpty();
        String own = page.address().startsWith("file:") ? page.address() : origin();
        assertThat(traffic.addresses()).isNotEmpty().allMatch(a -> a.startsWith(own));
        assertThat(page.browser().complaints()).isEmpty();
    }

    private String origin() {
        return page.address().substring(0, page.address().indexOf('/', "http://".length()) + 1);
    }

    /** List, counters and every chart hold what the filters leave, no more and no less. */
    void expect(FilterCase wanted) throws IOException {
        Set<String> alerts = wanted.alerts(files);
        assertThat(page.alerts()).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(page.counter("alerts")).isEqualTo(alerts.size());
        assertThat(page.counter("requests")).isEqualTo(wanted.requests(files));
        assertThat(page.counter("windows")).isEqualTo(wanted.windows(files));
        assertThat(page.counter("dead_letters")).isEqualTo(wanted.letters(files));
        assertThat(page.chips()).hasSize(wanted.filters().size());
        expectDocuments("alert-timeline", alerts.size());
        for (String panel : TRAFFIC) {
            expectDocuments(panel, wanted.windows(files));
        }
        for (String panel : PUMA) {
            expectDocuments(panel, wanted.samples(files));
        }
        for (String panel : ENDPOINT) {
            assertThat(drawn(panel)).as(panel).isEqualTo(wanted.windows(files) > 0);
        }
    }

    private void expectDocuments(String panel, long documents) {
        assertThat(drawn(panel)).as(panel).isEqualTo(documents > 0);
        if (documents > 0) {
            assertThat(page.documents(panel)).as(panel).isEqualTo(documents);
            assertThat(page.marks(panel)).as(panel).isPositive();
        }
    }

    private boolean drawn(String panel) {
        return page.browser()
                        .number(
                                "return document.querySelectorAll(arguments[0]).length",
                                "main " + ResultsPage.drawing(panel) + " canvas")
                > 0;
    }
}
