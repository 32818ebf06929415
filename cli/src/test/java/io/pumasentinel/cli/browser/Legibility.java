package io.pumasentinel.cli.browser;

import java.util.List;

/**
 * Whether the page can be read and found through: contrast by WCAG 2.1 (1.4.3), headings,
 * landmarks, names.
 *
 * @param faint texts below 4.5:1 against what lies behind them
 * @param disorder what a reader by ear would miss
 */
public record Legibility(List<String> faint, List<String> disorder) {

    private static final String FAINT =
            """
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const rgba = (colour) => {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data];
            };
            const linear = (value) => value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
            const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
            const behind = (element) => {
              for (let e = element; e; e = e.parentElement) {
                const colour = rgba(getComputedStyle(e).backgroundColor);
                if (colour[3] === 255) return colour;
              }
              return [255, 255, 255, 255];
            };
            const found = [];
            for (const element of document.querySelectorAll('body *')) {
              const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
              if (!own || !element.checkVisibility() || element.disabled || /^(SCRIPT|STYLE|OPTION)$/.test(element.tagName)) continue;
              const [one, other] = [rgba(getComputedStyle(element).color), behind(element)].map(light).sort((a, b) => b - a);
              const contrast = (one + 0.05) / (other + 0.05);
              if (contrast < 4.5) found.push(`${contrast.toFixed(2)} ${element.outerHTML.slice(0, 100)}`);
            }
            return found;
            """;

    private static final String DISORDER =
            """
            const found = [];
            const all = (selector) => [...document.querySelectorAll(selector)];
            const exactly = (selector, count) => all(selector).length === count || found.push(`${selector}: ${all(selector).length}`);
            exactly('h1', 1);
            exactly('main', 1);
            exactly('body > header', 1);
            exactly('body > footer', 1);
            exactly('[role=search]', 1);
            const ids = all('[id]').map((element) => element.id);
            ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => found.push(`twice: ${id}`));
            all('[aria-labelledby]').forEach((e) => document.getElementById(e.getAttribute('aria-labelledby')) || found.push(e.outerHTML.slice(0, 80)));
            all('input, select').filter((e) => e.labels.length === 0).forEach((e) => found.push(`unlabelled: ${e.id}`));
            all('button').filter((e) => !e.textContent.trim() && !e.ariaLabel).forEach((e) => found.push(`unnamed: ${e.outerHTML}`));
            all('canvas').filter((e) => !e.closest('[role][aria-label]')).forEach((e) => found.push('canvas without a name'));
            let last = 0;
            for (const heading of all('h1, h2, h3, h4, h5').filter((e) => e.checkVisibility())) {
              const level = Number(heading.tagName[1]);
              if (level > last + 1) found.push(`h${last}, then ${heading.outerHTML}`);
              last = level;
            }
            if (!document.documentElement.lang) found.push('no language');
            return found;
            """;

    /** Looks at the page as it is open now. */
    public static Legibility of(Browser browser) {
        return new Legibility(browser.texts(FAINT), browser.texts(DISORDER));
    }

    /** The page's own colour. */
    public static String background(Browser browser) {
        return String.valueOf(browser.js("return getComputedStyle(document.body).backgroundColor"));
    }
}
