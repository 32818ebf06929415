package io.pumasentinel.cli.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results page as a person finds it: what stands in it, and what was drawn.
 *
 * @param browser where it is open
 * @param address without a fragment
 */
public record ResultsPage(Browser browser, String address) {

    private static final String SHOWN =
            "document.documentElement.dataset.ready === 'true' &&"
                    + " document.documentElement.dataset.shown !== undefined &&"
                    + " document.documentElement.dataset.shown =="
                    + " document.documentElement.dataset.turn";
    private static final String VIEW =
            "const view = document.querySelector(`figure[data-chart='${arguments[0]}']"
                    + " .drawing`)?.sentinelView;";
    private static final String MARKS =
            VIEW
                    + """
                    if (!view) return 0;
                    const count = (mark) => /^(axis|legend|title)/.test(mark.role || '') ? 0
                      : mark.marktype !== 'group' ? mark.items.filter((item) => item.opacity !== 0).length
                      : mark.items.flatMap((group) => group.items).reduce((sum, child) => sum + count(child), 0);
                    return count(view.scenegraph().root);
                    """;
    private static final String COLOURS =
            """
            const canvas = document.querySelector(`figure[data-chart='${arguments[0]}'] canvas`);
            if (!canvas) return 0;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) {
              if (data[i + 3] === 255) colours.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]);
            }
            return colours.size;
            """;

    /** Opens the page and waits until everything is drawn. */
    public void open(Map<String, String> filters) {
        browser.open(filters.isEmpty() ? address : address + "#" + fragment(filters));
        settle();
    }

    private static String fragment(Map<String, String> filters) {
        return new TreeMap<>(filters)
                .entrySet().stream()
                        .map(f -> f.getKey() + "=" + encode(f.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Waits until what was asked for last is drawn. */
    public void settle() {
        browser.await(SHOWN);
    }

    /** The ids of the alerts in the list, from top to bottom, all of them. */
    public List<String> alerts() {
        while (browser.number("return document.querySelectorAll('.more').length") > 0) {
            browser.click(".more");
        }
        return browser.texts(
                "return [...document.querySelectorAll('.alert')].map(a => a.dataset.id)");
    }

    /** A number in the header: {@code lines}, {@code requests}, {@code windows}, … */
    public long counter(String name) {
        return browser.number(
                "return Number(document.querySelector(`#counts .${arguments[0]} dd`)"
                        + ".textContent.replaceAll(',', ''))",
                name);
    }

    /** The filters that the chips name. */
    public List<String> chips() {
        return browser.texts(
                "return [...document.querySelectorAll('.chosen')].map(c => c.textContent)");
    }

    /** How many documents a chart was given by its first query. */
    public long documents(String chart) {
        return browser.number(
                VIEW + "return view ? view.data('query0').filter(Boolean).length : 0;", chart);
    }

    /** How many shapes, lines and texts a chart has drawn. */
    public long marks(String chart) {
        return browser.number(MARKS, chart);
    }

    /** How many opaque colours a chart's canvas shows; 0 where it has none. */
    public long colours(String chart) {
        return browser.number(COLOURS, chart);
    }

    /** Pixels by which the page is wider than the screen. */
    public long overflow() {
        return browser.number(
                "return document.documentElement.scrollWidth -"
                        + " document.documentElement.clientWidth");
    }

    /** The selector of a chart's drawing. */
    public static String drawing(String chart) {
        return "figure[data-chart='" + chart + "'] .drawing";
    }
}
