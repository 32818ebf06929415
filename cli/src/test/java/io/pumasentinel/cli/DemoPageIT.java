package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.browser.Browser;
import io.pumasentinel.cli.browser.ResultsPage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's page in a real browser, over the Elasticsearch node that the demo has filled. */
class DemoPageIT {
    private static final Pattern PAGE = Pattern.compile("results page +(http://\\S+)");
    private static final Pattern ALL_READ = Pattern.compile("results at http");

    /** Filtered by Elasticsearch it shows the same as a report of the same files. */
    @Test
    void showsWhatTheReportShows(@TempDir Path folder) throws Exception {
        try (Browser browser = Browser.start(folder.resolve("profile"));
                DemoProcess demo = DemoProcess.startToStay(folder.resolve("data"), folder)) {
            CaptureFiles capture = CaptureFiles.named("puma-7.2-cluster");
            CaptureAnalysis files = CaptureAnalysis.of(capture, folder.resolve("files"));
            ResultsPage page = new ResultsPage(browser, demo.awaitSaid(PAGE).group(1));
            demo.awaitSaid(ALL_READ);
            browser.look(1440, 900, "light");
            page.open(Map.of());
            browser.await("document.getElementById('state').dataset.state === 'done'");
            page.open(Map.of());
            ShownResults shown = new ShownResults(page, files);
            shown.expectAllDrawn();
            assertThat(page.counter("lines")).isEqualTo(54_427);
            for (FilterCase filter : FilterCase.all()) {
                page.open(filter.filters());
                shown.expect(filter);
            }
            shown.expectQuiet();
        }
    }
}
