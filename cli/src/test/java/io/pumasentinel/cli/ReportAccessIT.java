package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.browser.Browser;
import io.pumasentinel.cli.browser.Legibility;
import io.pumasentinel.cli.browser.ResultsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Whether everybody can work with the report, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the tests
class ReportAccessIT {
    private static final String FOCUSED = "return document.activeElement.closest(arguments[0])";

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

    @Test
    void isWorkedByTheKeyboardAlone() {
        page.open(Map.of());
        browser.press("/");
        assertThat(browser.js(FOCUSED, "#find")).isNotNull();
        browser.press("198.18.79.14");
        page.settle();
        assertThat(page.alerts()).isNotEmpty().hasSizeLessThan(15);
        browser.press(Keys.ESCAPE);
        page.settle();
        assertThat(page.alerts()).hasSize(15);
        browser.press(Keys.ESCAPE, "a", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
        assertThat(browser.js(FOCUSED, "li:nth-child(2) > .alert > summary")).isNotNull();
        browser.press(Keys.ENTER);
        browser.await("document.querySelectorAll('.alert[open] .body').length === 1");
        browser.press("?");
        browser.await("document.getElementById('keys').open");
        browser.press(Keys.ESCAPE);
        browser.await("!document.getElementById('keys').open");
        assertThat(page.alerts()).hasSize(15);
    }

    @Test
    void reachesEveryControlByTabAndShowsWhereItIs() {
        page.open(Map.of("level", "critical"));
        long controls =
                browser.number(
                        "return [...document.querySelectorAll('button, select, input, summary,"
                                + " a[href]')].filter(e => e.checkVisibility() &&"
                                + " !e.disabled).length");
        for (int i = 0; i < controls + 40; i++) {
            browser.press(Keys.TAB);
            browser.js(
                    "const e = document.activeElement; (window.seen ||= new Set()).add(e); if (e"
                            + " !== document.body && getComputedStyle(e).outlineStyle === 'none')"
                            + " (window.unseen ||= []).push(e.outerHTML.slice(0, 80))");
        }
        assertThat(browser.texts("return window.unseen || []")).isEmpty();
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('button, select, input,"
                                        + " summary, a[href]')].filter(e => e.checkVisibility() &&"
                                        + " !e.disabled && !window.seen.has(e)).map(e =>"
                                        + " e.outerHTML.slice(0, 80))"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 768, 390, 320})
    void neverScrollsSideways(int width) throws IOException {
        browser.look(width, 844, "light");
        page.open(Map.of());
        assertThat(page.overflow()).isZero();
        browser.js("document.querySelectorAll('.alert').forEach(a => { a.open = true })");
        long several =
                report.files().documents("alerts.ndjson").stream()
                        .filter(alert -> alert.at("/sentinel/alert/parts").size() > 1)
                        .count();
        browser.await("document.querySelectorAll('.alert .sequence canvas').length === " + several);
        assertThat(page.overflow()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isLegible(String colours) {
        browser.look(1440, 900, colours);
        page.open(Map.of("service", "shop"));
        browser.click(".alert > summary");
        browser.await("document.querySelector('.alert .body') !== null");
        assertThat(Legibility.of(browser).faint()).isEmpty();
        assertThat(Legibility.of(browser).disorder()).isEmpty();
        String before = Legibility.background(browser);
        browser.click("#theme");
        assertThat(Legibility.background(browser)).isNotEqualTo(before);
        assertThat(Legibility.of(browser).faint()).isEmpty();
        browser.click("#theme");
    }

    @Test
    void printsOnWhite() {
        browser.look(1000, 900, "dark");
        page.open(Map.of());
        browser.media("print", "dark");
        assertThat(Legibility.background(browser)).isEqualTo("rgb(255, 255, 255)");
        assertThat(Legibility.of(browser).faint()).isEmpty();
        assertThat(browser.js("return document.querySelector('.controls').checkVisibility()"))
                .isEqualTo(false);
        browser.media("", "light");
    }

    /** Rewrites the pictures of the documentation; look at them before you commit them. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    @EnabledIfSystemProperty(named = "screenshots.rewrite", matches = "true")
    void takesItsPicture(String colours) throws IOException {
        browser.look(1440, 1500, colours);
        page.open(Map.of());
        String name = colours.equals("light") ? "results-page.png" : "results-page-dark.png";
        browser.picture(Path.of(System.getProperty("basedir", "."), "../docs", name));
    }
}
