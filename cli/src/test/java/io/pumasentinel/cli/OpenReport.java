package io.pumasentinel.cli;

import io.pumasentinel.cli.browser.Browser;
import io.pumasentinel.cli.browser.ResultsPage;
import java.nio.file.Path;

/**
 * The report of the bundled capture, in a browser of its own.
 *
 * @param files what it was made from
 */
record OpenReport(Browser browser, CaptureAnalysis files, ResultsPage page)
        implements AutoCloseable {

    static OpenReport of(Path empty) {
        Browser browser = Browser.start(empty.resolve("profile"));
        CaptureFiles capture = CaptureFiles.named("puma-7.2-cluster");
        CaptureAnalysis files = CaptureAnalysis.of(capture, empty.resolve("out"));
        String address = files.folder().resolve("report.html").toUri().toString();
        return new OpenReport(browser, files, new ResultsPage(browser, address));
    }

    @Override
    public void close() {
        browser.close();
    }
}
