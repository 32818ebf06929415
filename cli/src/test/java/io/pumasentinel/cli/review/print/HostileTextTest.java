package io.pumasentinel.cli.review.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.review.HandMade;
import io.pumasentinel.cli.review.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor calls himself stays text, in both forms. */
class HostileTextTest {
    static final List<String> AGENTS =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "' onmouseover='alert(1)",
                    "</td></table></section><style>*{}</style>",
                    "a | b | c",
                    "a \\| b \\",
                    "`code` ``` fence",
                    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
                    "see https://evil.example and www.evil.example or me@evil.example",
                    "**bold** __bold__ _it_ ~~gone~~ $x$",
                    "&lt;b&gt; &#60;b&#62;",
                    "line\nbreak\r\n| cell |\u2028new",
                    "\u202egnp.exe \u200bhidden \u001b[31mred",
                    "# heading",
                    "x".repeat(5000));

    private static final Pattern TAG =
            Pattern.compile(
                    "<(?!/?(?:"
                            + String.join(
                                    "|",
                                    List.of(
                                            "!doctype",
                                            "html",
                                            "head",
                                            "meta",
                                            "title",
                                            "style",
                                            "body",
                                            "header",
                                            "h1",
                                            "h2",
                                            "p",
                                            "dl",
                                            "dt",
                                            "dd",
                                            "div",
                                            "nav",
                                            "a",
                                            "main",
                                            "section",
                                            "table",
                                            "thead",
                                            "tbody",
                                            "tr",
                                            "th",
                                            "td",
                                            "span",
                                            "svg",
                                            "rect",
                                            "br"))
                            + ")[ >])");

    private Review review;

    @BeforeEach
    void makeReview(@TempDir Path folder) throws IOException {
        HandMade made = new HandMade().window(0, "GET /", 10, 0, 0.1);
        for (String agent : AGENTS) {
            made.request(1, "192.0.2.1", agent, "attack.xss");
            made.alert(1, "no-such-rule", "high", "open", "endpoint", agent);
        }
        review = made.review(folder);
    }

    @Test
    void noTextBecomesMarkupInHtml() {
        String html = new HtmlReview(new Runbooks(Runbooks.DEFAULT)).write(review);

        assertThat(html).doesNotContain("<script", "<img", "javascript:alert(1)\"");
        assertThat(html).containsOnlyOnce("<style>").containsOnlyOnce("</style>");
        assertThat(TAG.matcher(html).results().map(found -> html.substring(found.start())))
                .isEmpty();
        assertThat(count(html, "<section")).isEqualTo(review.sections().size());
        assertThat(count(html, "</section>")).isEqualTo(review.sections().size());
        assertThat(html)
                .contains("&#60;script&#62;alert(1)&#60;/script&#62;")
                .contains("&#34;&#62;&#60;img src=x onerror=alert(1)&#62;")
                .contains("&#39; onmouseover=&#39;alert(1)")
                .contains("&#38;lt;b&#38;gt;")
                .contains("line\\u000abreak\\u000d\\u000a| cell |\\u2028new")
                .contains("\\u202egnp.exe \\u200bhidden \\u001b[31mred")
                .contains("x".repeat(160) + "…")
                .doesNotContain("x".repeat(161));
    }

    @Test
    void theHtmlMayLoadAndRunNothing() {
        String html = new HtmlReview(new Runbooks(Runbooks.DEFAULT)).write(review);

        assertThat(html)
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain(" style=", " src=\"", "http-equiv=\"refresh\"", "url(");
    }

    @Test
    void noTextLeavesItsCellInMarkdown() {
        String markdown = new MarkdownReview(new Runbooks(Runbooks.DEFAULT)).write(review);

        int columns = HandMade.section(review, "Suspicious agents").columns().size();
        List<String> rows = table(markdown, "## Suspicious agents");
        assertThat(rows).hasSize(AGENTS.size() + 2);
        assertThat(rows).allMatch(row -> count(row, "|") == columns + 1);
        assertThat(markdown)
                .contains("&#60;script&#62;alert(1)&#60;/script&#62;")
                .contains("| a &#124; b &#124; c |")
                .contains("| a \\\\&#124; b \\\\ |")
                .contains("\\`code\\` \\`\\`\\` fence")
                .contains(
                        "\\[click\\](javascript:alert(1)) !\\[x\\](https&#58;//evil.example/x.png)")
                .contains(
                        "https&#58;//evil.example and www&#46;evil.example or me&#64;evil.example")
                .contains("\\*\\*bold\\*\\* \\_\\_bold\\_\\_ \\_it\\_ \\~\\~gone\\~\\~ &#36;x&#36;")
                .contains("&#38;lt;b&#38;gt; &#38;#60;b&#38;#62;")
                .contains("| \\# heading |")
                .doesNotContain("\u202e", "\u200b", "\u001b", "\r");
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("break"));
    }

    private static List<String> table(String markdown, String heading) {
        return markdown.substring(markdown.indexOf(heading))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
