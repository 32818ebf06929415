package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void comparesTextWithoutCaseUnlessToldOtherwise() {
        assertThat(matches("url.path: /ADMIN", "/admin")).isTrue();
        assertThat(matches("url.path: /admin", "/admin/users")).isFalse();
        assertThat(matches("url.path|cased: /ADMIN", "/admin")).isFalse();
        assertThat(matches("url.path|cased: /admin", "/admin")).isTrue();
        assertThat(matches("url.path|contains|cased: DMI", "/admin")).isFalse();
        assertThat(matches("url.path|cased|startswith: /ADM", "/admin")).isFalse();
    }

    @Test
    void knowsSigmasNamesAndTheElasticOnes() {
        assertThat(matches("cs-uri-stem: /a", "/a?b=1")).isTrue();
        assertThat(matches("cs-uri-query: /a?b=1", "/a\\?b=1")).isFalse();
        assertThat(matches("cs-uri: '/a\\?b=1'", "/a?b=1")).isTrue();
        assertThat(matches("url.original|endswith: b=1", "/a?b=1")).isTrue();
        assertThat(matches("sc-status: 200", "/")).isTrue();
        assertThat(matches("c-ip: 192.0.2.7", "/")).isTrue();
        assertThat(matches("cs-method: get", "/")).isTrue();
        assertThat(matches("c-useragent|contains: mozilla", "/")).isTrue();
    }

    @Test
    void startsEndsAndContains() {
        assertThat(matches("url.path|startswith: /adm", "/admin")).isTrue();
        assertThat(matches("url.path|startswith: dm", "/admin")).isFalse();
        assertThat(matches("url.path|endswith: .PHP", "/x.php")).isTrue();
        assertThat(matches("url.path|endswith: .php", "/x.php/y")).isFalse();
        assertThat(matches("url.path|endswith: /longer/than/the/value", "/x")).isFalse();
        assertThat(matches("url.path|contains: dmi", "/admin")).isTrue();
        assertThat(matches("url.path|contains: dim", "/admin")).isFalse();
    }

    @Test
    void aListMeansOneOfThemAndAllMeansEachOfThem() {
        assertThat(matches("url.path: [/a, /b]", "/b")).isTrue();
        assertThat(matches("url.path: [/a, /b]", "/c")).isFalse();
        assertThat(matches("url.path|contains|all: [a, b]", "/ab")).isTrue();
        assertThat(matches("url.path|contains|all: [a, b]", "/a")).isFalse();
        assertThat(matches("url.path|contains: [xx, '?', yy]", "/a")).isTrue();
        assertThat(matches("url.path|re|all: ['^/a', 'b$']", "/a/b")).isTrue();
    }

    @Test
    void wildcardsStandForAnyTextAndForOneCharacter() {
        assertThat(matches("url.path: /*/x", "/a/b/x")).isTrue();
        assertThat(matches("url.path: /*/x", "/a/b/y")).isFalse();
        assertThat(matches("url.path: /?.txt", "/a.txt")).isTrue();
        assertThat(matches("url.path: /?.txt", "/ab.txt")).isFalse();
        assertThat(matches("url.path: '*'", "/")).isTrue();
        assertThat(matches("url.path|contains: a*b?d", "/xaab_dx")).isTrue();
        assertThat(matches("url.path|contains: a*b?d", "/xaabd")).isFalse();
    }

    @Test
    void aBackslashTakesAWildcardItsMeaning() {
        assertThat(matches("url.original: '/a\\*'", "/a*")).isTrue();
        assertThat(matches("url.original: '/a\\*'", "/ab")).isFalse();
        assertThat(matches("url.original: '/a\\?b'", "/a?b")).isTrue();
        assertThat(matches("url.original: '/a\\\\*'", "/a\\xyz")).isTrue();
        assertThat(matches("url.original: '/a\\b'", "/a\\b")).isTrue();
        assertThat(matches("url.original|contains: '\\*\\*'", "/**/")).isTrue();
    }

    @Test
    void regularExpressionsAreRe2AndFindAnywhere() {
        assertThat(matches("url.path|re: '^/[a-z]+/\\d+$'", "/users/42")).isTrue();
        assertThat(matches("url.path|re: '\\d{3}'", "/users/42")).isFalse();
        assertThat(matches("url.path|re: 'USERS'", "/users/42")).isFalse();
        assertThat(matches("url.path|re: '(?i)USERS'", "/users/42")).isTrue();
    }

    @Test
    void blocksOfAddressesWorkForBothFamilies() {
        assertThat(matches("source.ip|cidr: 192.0.2.0/24", "/")).isTrue();
        assertThat(matches("source.ip|cidr: 192.0.2.8/29", "/")).isFalse();
        assertThat(matches("source.ip|cidr: 192.0.2.7", "/")).isTrue();
        assertThat(matches("source.ip|cidr: 0.0.0.0/0", "/")).isTrue();
        assertThat(matches("source.ip|cidr: ['10.0.0.0/8', '2001:db8::/32']", "/")).isFalse();
        EventView v6 = Rules.request("2001:db8:16:1::793a", "/", 200, null);
        assertThat(Rules.matches(selection("source.ip|cidr: '2001:db8::/32'"), v6)).isTrue();
        assertThat(Rules.matches(selection("source.ip|cidr: '2001:db8:16:2::/64'"), v6)).isFalse();
        assertThat(Rules.matches(selection("source.ip|cidr: '2001:db8:16:1::7900/120'"), v6))
                .isTrue();
        assertThat(Rules.matches(selection("source.ip|cidr: 0.0.0.0/0"), v6)).isFalse();
    }

    @Test
    void comparesNumbers() {
        assertThat(matches("sc-status|gte: 200", "/")).isTrue();
        assertThat(matches("sc-status|gt: 200", "/")).isFalse();
        assertThat(matches("sc-status|lte: 200", "/")).isTrue();
        assertThat(matches("sc-status|lt: 200", "/")).isFalse();
        assertThat(matches("sc-status: ['404', 200]", "/")).isTrue();
        assertThat(matches("event.duration|gt: 0.0122", "/")).isTrue();
        assertThat(matches("event.duration|gt: 0.0124", "/")).isFalse();
    }

    @Test
    void anAbsentFieldMatchesOnlyNullAndExistsFalse() {
        assertThat(matches("user.name: null", "/")).isTrue();
        assertThat(matches("user.name|exists: false", "/")).isTrue();
        assertThat(matches("user.name|exists: true", "/")).isFalse();
        assertThat(matches("user.name: '*'", "/")).isFalse();
        assertThat(matches("url.path: null", "/")).isFalse();
        assertThat(matches("url.path: [null, /a]", "/a")).isTrue();
        assertThat(matches("sc-bytes|lt: 100", "/")).isFalse();
        assertThat(matches("sc-bytes: null", "/")).isTrue();
        assertThat(matches("sc-bytes|exists: false", "/")).isTrue();
    }

    @Test
    void theDecodedTargetIsPlainLowerCaseText() {
        assertThat(matches("url.decoded|contains: UNION SELECT", "/s?q=1%20UnIoN+SeLeCt")).isTrue();
        assertThat(matches("url.decoded|contains: <script", "/s?q=%253Cscript%253E")).isTrue();
        assertThat(matches("url.decoded|contains: ['zz', \"o'n\"]", "/s?q=O%27Neill")).isTrue();
    }

    @Test
    void aMapNeedsEveryLineAndAListOfMapsOneMap() {
        String both = "  s:\n    url.path: /a\n    sc-status: 200\n  condition: s\n";
        assertThat(Rules.matches(both, Rules.get("/a"))).isTrue();
        assertThat(Rules.matches(both, Rules.request("192.0.2.7", "/a", 404, null))).isFalse();
        String either = "  s:\n    - url.path: /a\n    - sc-status: 404\n  condition: s\n";
        assertThat(Rules.matches(either, Rules.request("192.0.2.7", "/b", 404, null))).isTrue();
        assertThat(Rules.matches(either, Rules.get("/b"))).isFalse();
    }

    @Test
    void eventsOfAnotherSourceNeverMatch() {
        String stats =
                Rules.rule(
                        "a-rule",
                        """
                        logsource:
                          product: puma
                          category: stats
                        detection:
                          s:
                            host.name: web-1
                          condition: s\
                        """);
        DetectionRule rule = Rules.load(stats).detections().get(0);
        assertThat(rule.matches(Rules.get("/"))).isFalse();
        assertThat(rule.alertGroupBy()).containsExactly(Field.HOST);
    }

    private static boolean matches(String line, String target) {
        return Rules.matches(selection(line), Rules.get(target));
    }

    private static String selection(String line) {
        return "  s:\n    " + line + "\n  condition: s\n";
    }
}
