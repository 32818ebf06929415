package io.pumasentinel.cli.review.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.browser.Browser;
import io.pumasentinel.cli.browser.Legibility;
import io.pumasentinel.cli.review.HandMade;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The HTML review in a real browser, made of texts that would rather be markup. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the tests
class ReviewPageIT {
    private Browser browser;
    private String address;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        HandMade made =
                new HandMade().window(-3700, "GET /", 9, 0, 0.1).window(0, "GET /", 90, 1, 0.1);
        for (String agent : HostileTextTest.AGENTS) {
            made.request(1, "192.0.2.1", agent, "attack.xss");
            made.alert(1, "brute-force", "high", "open", "endpoint", agent);
        }
        String html = new HtmlReview(new Runbooks(Runbooks.DEFAULT)).write(made.review(folder));
        Path page = Files.writeString(folder.resolve("review.html"), html);
        address = page.toUri().toString();
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void showsHostileTextsAsTextAndAsksTheNetworkForNothing() {
        browser.forget();
        browser.open(address);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.traffic().addresses()).containsExactly(address);
        assertThat(browser.number("return document.querySelectorAll('script, img').length"))
                .isZero();
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('td')].map(e =>"
                                        + " e.innerText)"))
                .contains("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>")
                .contains("a | b | c", "&lt;b&gt; &#60;b&#62;", "`code` ``` fence");
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('a')]"
                                        + ".map(e => e.getAttribute('href'))"))
                .allMatch(link -> link.matches("#s\\d+|docs/runbooks/brute-force\\.md"));
    }

    @Test
    void canBeReadLightDarkAndOnPaper() {
        browser.open(address);
        browser.look(1200, 900, "light");
        String light = Legibility.background(browser);
        assertThat(Legibility.of(browser).faint()).isEmpty();
        browser.look(1200, 900, "dark");
        assertThat(Legibility.background(browser)).isNotEqualTo(light);
        assertThat(Legibility.of(browser).faint()).isEmpty();
        browser.media("print", "dark");
        assertThat(Legibility.of(browser).faint()).isEmpty();
        assertThat(browser.js("return getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        browser.media("", "light");
    }

    @Test
    void fitsIntoANarrowWindow() {
        browser.open(address);
        browser.look(400, 800, "light");
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
    }
}
