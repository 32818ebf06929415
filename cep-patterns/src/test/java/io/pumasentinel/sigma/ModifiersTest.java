package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Modifiers beyond plain comparison, each against what the specification says of it. */
class ModifiersTest {

    @Test
    void neqHoldsWhereNoneOfTheValuesDoes() {
        assertThat(matches("url.path|neq: /a", "/b")).isTrue();
        assertThat(matches("url.path|neq: /a", "/A")).isFalse();
        assertThat(matches("url.path|neq: [/a, /b]", "/b")).isFalse();
        assertThat(matches("url.path|contains|neq: [x, y]", "/a")).isTrue();
        assertThat(matches("sc-status|neq: 200", "/a")).isFalse();
        assertThat(matches("user.name|neq: root", "/a")).isTrue();
    }

    @Test
    void regularExpressionsTakeFlags() {
        assertThat(matches("url.path|re: ^/ADMIN", "/admin")).isFalse();
        assertThat(matches("url.path|re|i: ^/ADMIN", "/admin")).isTrue();
        assertThat(matches("url.decoded|re: a.b", "/?q=a%0ab")).isFalse();
        assertThat(matches("url.decoded|re|s: a.b", "/?q=a%0ab")).isTrue();
        assertThat(matches("url.decoded|re|m: ^b", "/?q=a%0ab")).isTrue();
        assertThat(matches("url.decoded|re: ^b", "/?q=a%0ab")).isFalse();
    }

    @Test
    void textModifiersSeeTheDigitsOfANumber() {
        assertThat(matches("sc-status|startswith: 20", "/a")).isTrue();
        assertThat(matches("sc-status|contains: [40, 50]", "/a")).isFalse();
        assertThat(matches("sc-status|re: '^2..$'", "/a")).isTrue();
    }

    @Test
    void windashTakesEveryDash() {
        String line = "url.path|contains|windash: ' -enc '";
        assertThat(matches(line, "/x -enc y")).isTrue();
        assertThat(matches(line, "/x /enc y")).isTrue();
        assertThat(matches(line, "/x \u2013enc y")).isTrue();
        assertThat(matches(line, "/x +enc y")).isFalse();
        assertThat(matches("url.path|contains|windash: 'a-b'", "/a/b")).isFalse();
    }

    @Test
    void base64LooksForTheEncodedText() {
        assertThat(matches("url.original|contains|base64: whoami", "/?q=d2hvYW1p")).isTrue();
        assertThat(matches("url.original|contains|base64: whoami", "/?q=D2HVYW1P")).isFalse();
        assertThat(matches("url.original|contains|wide|base64: id", "/?q=aQBkAA==")).isTrue();
        assertThat(matches("url.original|contains|utf16be|base64: id", "/?q=AGkAZA==")).isTrue();
        assertThat(matches("url.original|contains|utf16|base64: id", "/?q=/v8AaQBk")).isTrue();
    }

    @Test
    void base64offsetFindsTheTextWhereverItStands() {
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            StringBuilder whole = new StringBuilder();
            random.ints(random.nextInt(9), 33, 126).forEach(c -> whole.append((char) c));
            whole.append("/bin/bash");
            random.ints(random.nextInt(9), 33, 126).forEach(c -> whole.append((char) c));
            byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
            String target = "/?q=" + Base64.getEncoder().encodeToString(bytes);
            String line = "url.original|base64offset|contains: /bin/bash";
            assertThat(matches(line, target)).as(whole.toString()).isTrue();
            assertThat(matches(line.replace("bash", "bosh"), target)).isFalse();
        }
    }

    @Test
    void fieldrefComparesTwoFields() {
        assertThat(matches("url.original|fieldref: url.path", "/a")).isTrue();
        assertThat(matches("url.original|fieldref: url.path", "/a?b=1")).isFalse();
        assertThat(matches("url.original|fieldref|startswith: url.path", "/a?b=1")).isTrue();
        assertThat(matches("url.path|fieldref|contains: url.original", "/a?b=1")).isFalse();
        assertThat(matches("url.path|fieldref: user.name", "/a")).isFalse();
        assertThat(matches("url.decoded|fieldref|cased: url.path", "/A")).isFalse();
        assertThat(matches("url.decoded|fieldref: url.path", "/A")).isTrue();
    }

    @Test
    void partsOfTheTimeAreNumbers() {
        long millis = Rules.get("/").timestampMillis();
        java.time.ZonedDateTime time =
                java.time.Instant.ofEpochMilli(millis).atZone(java.time.ZoneOffset.UTC);
        assertThat(matches("'@timestamp|minute': " + time.getMinute(), "/")).isTrue();
        assertThat(matches("'@timestamp|hour|gte': " + time.getHour(), "/")).isTrue();
        assertThat(matches("'@timestamp|hour|gt': " + time.getHour(), "/")).isFalse();
        assertThat(matches("'@timestamp|day': " + time.getDayOfMonth(), "/")).isTrue();
        assertThat(matches("'@timestamp|month': " + time.getMonthValue(), "/")).isTrue();
        assertThat(matches("'@timestamp|year|lt': " + time.getYear(), "/")).isFalse();
        int week = time.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        assertThat(matches("'@timestamp|week': " + week, "/")).isTrue();
    }

    @Test
    void keywordsAreLookedForInEverything() {
        assertThat(keywords("- sqlmap\n    - nikto", "/?q=NIKTO")).isTrue();
        assertThat(keywords("- sqlmap\n    - nikto", "/?q=n")).isFalse();
        assertThat(keywords("- ' or 1=1'", "/?q=%20or%201=1")).isTrue();
        assertThat(keywords("- 'a*c'", "/abbbc")).isTrue();
        assertThat(keywords("- mozilla", "/")).isTrue();
        assertThat(keywords("'|all': [one, two]", "/one?two")).isTrue();
        assertThat(keywords("'|all': [one, two]", "/one")).isFalse();
        assertThat(keywords("'|re': '^/o.e$'", "/one")).isTrue();
        assertThat(keywords("- x\n    - url.path: /y", "/y")).isTrue();
    }

    @Test
    void aListOfConditionsMeansOneOfThem() {
        String rule = "  a: {url.path: /a}\n  b: {url.path: /b}\n  condition: [a, b]\n";
        assertThat(Rules.matches(rule, Rules.get("/b"))).isTrue();
        assertThat(Rules.matches(rule, Rules.get("/c"))).isFalse();
    }

    private static boolean keywords(String words, String target) {
        return Rules.matches("  s:\n    " + words + "\n  condition: s\n", Rules.get(target));
    }

    private static boolean matches(String line, String target) {
        return Rules.matches("  s:\n    " + line + "\n  condition: s\n", Rules.get(target));
    }
}
