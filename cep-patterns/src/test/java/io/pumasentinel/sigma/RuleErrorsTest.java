package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of a detection with its exact place: line and column count from 1. */
class RuleErrorsTest {
    private static final String HEAD =
            """
            title: A rule
            id: 00000000-0000-4000-8000-000000000001
            name: a-rule
            """;
    private static final String WEB = HEAD + "logsource:\n  category: webserver\ndetection:\n";
    private static final String BASE =
            WEB.replace("a-rule", "base").replace("001", "0ba")
                    + "  s: {sc-status: 404}\n"
                    + "  condition: s\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url.path: [[a]]     | 8:16: detection.s.url.path: not a value (got a list); a"
                        + " text",
                "url.path: []        | 8:15: detection.s.url.path: no value (got an empty list); at"
                        + " least one",
                "sc-status: many     | 8:16: detection.s.sc-status: not a number (got many); such"
                        + " as 404 or 0.95",
                "sc-status: 1d       | 8:16: detection.s.sc-status: not a number (got 1d); such as"
                        + " 404 or 0.95",
                "sc-status: NaN      | 8:16: detection.s.sc-status: not a number (got NaN); such as"
                        + " 404 or 0.95",
            })
    void refusesFieldsAndValues(String line, String expected) {
        assertOne(WEB + "  s:\n    " + line + "\n  condition: s\n", expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "url.path/base16: x          | 8:14: detection.s.url.path/base16: unknown modifier"
                    + " (got base16); each once of contains, startswith, endswith, re, cidr, gt,"
                    + " gte, lt, lte, exists, all, cased, neq, fieldref, windash",
                "url.path/i: x               | 8:5: detection.s.url.path/i: flags without re (got"
                        + " i); re|i, re|m, re|s",
                "url.path/wide: x            | 8:5: detection.s.url.path/wide: UTF-16 without"
                        + " base64 (got wide); base64 or base64offset after it",
                "sc-status/base64: 1         | 8:5: detection.s.sc-status/base64: a change of text"
                        + " that is not compared as text (got base64)",
                "url.path/hour: 5            | 8:5: detection.s.url.path/hour: a part of a time on"
                        + " another field (got hour); @timestamp",
                "'@timestamp/gte': 5         | 8:5: detection.s.@timestamp/gte: a time as a whole"
                        + " (got @timestamp); minute, hour, day, week, month or year of it",
                "'@timestamp/hour/day': 5    | 8:5: detection.s.@timestamp/hour/day: modifiers"
                        + " exclude each other (got hour/day); one of them",
                "url.path/fieldref: no-field | 8:24: detection.s.url.path/fieldref: not a text"
                        + " field (got no-field); a field's name",
                "'/startswith': x            | 8:5: detection.s./startswith: a modifier that needs"
                        + " a field (got startswith); all, re",
                "url.path/re/re: x           | 8:17: detection.s.url.path/re/re: modifier twice"
                        + " (got re)",
                "url.path/re/contains: x     | 8:5: detection.s.url.path/re/contains: modifiers"
                        + " exclude each other (got re/contains); one of them",
                "url.path/gte: 5             | 8:5: detection.s.url.path/gte: a number modifier on"
                        + " a text (got gte); contains, re, …",
                "sc-status/cidr: 10.0.0.0/8  | 8:5: detection.s.sc-status/cidr: an address block on"
                        + " a number (got cidr); gt, gte, lt, lte",
                "url.path/re/cased: x        | 8:5: detection.s.url.path/re/cased: cased has no"
                        + " meaning here (got re/cased); text comparisons",
                "url.path/all: [a, b]        | 8:5: detection.s.url.path/all: all has no meaning"
                        + " here (got all); with contains, startswith, endswith, re or cidr",
                "url.path/contains/all: a    | 8:28: detection.s.url.path/contains/all: all needs"
                        + " several values (got one); a list",
                "url.path/contains: null     | 8:24: detection.s.url.path/contains: null with a"
                        + " modifier (got null); a value",
                "url.path/contains: ''       | 8:24: detection.s.url.path/contains: no text (got an"
                        + " empty one); at least one character",
                "url.path/exists: yes        | 8:22: detection.s.url.path/exists: not a truth value"
                        + " (got yes); true, false",
                "url.path/re: '(?=a)'        | 8:18: detection.s.url.path/re: not an RE2 expression"
                        + " (got (?=a): ",
                "source.ip/cidr: 10.0.0.0/40 | 8:21: detection.s.source.ip/cidr: not a block (got"
                        + " 10.0.0.0/40); such as 192.0.2.0/24 or 2001:db8::/32",
                "source.ip/cidr: shop.example| 8:21: detection.s.source.ip/cidr: not a block (got"
                        + " shop.example)",
            })
    void refusesModifiers(String written, String expected) {
        // The table's own separator is the bar, so rules are written with a slash.
        int colon = written.indexOf(": ");
        String key = written.substring(0, colon);
        String bare = key.replace("'", "");
        String line = key.replace('/', '|') + written.substring(colon);
        String bars =
                expected.replace(bare, bare.replace('/', '|'))
                        .replace("re/contains)", "re|contains)")
                        .replace("hour/day)", "hour|day)")
                        .replace("re/cased", "re|cased");
        assertOne(WEB + "  s:\n    " + line + "\n  condition: s\n", bars);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "condition: t              | 8:14: detection.condition: no such selection (got t);"
                        + " one of s",
                "condition: s and          | 8:19: detection.condition: unexpected (got the end); a"
                        + " selection, not, 1 of, all of, or an opening parenthesis",
                "condition: s t            | 8:16: detection.condition: unexpected (got t); and,"
                        + " or, or the end",
                "condition: '(s'           | 8:17: detection.condition: unexpected (got the end);"
                        + " and, or, or a closing parenthesis",
                "condition: s)             | 8:15: detection.condition: unexpected (got )); and,"
                        + " or, or the end",
                "condition: 1 of x_*       | 8:19: detection.condition: no such selection (got"
                        + " x_*); one of s",
                "condition: 2 of s         | 8:14: detection.condition: no such selection (got 2);"
                        + " one of s",
                "condition: any of them    | 8:14: detection.condition: no such selection (got"
                        + " any); one of s",
                "condition: s & s          | 8:16: detection.condition: unexpected (got &); and,"
                        + " or, or the end",
                "condition: [s, t]         | 8:18: detection.condition: no such selection (got t);"
                        + " one of s",
            })
    void refusesConditions(String line, String expected) {
        assertOne(WEB + "  s: {sc-status: 404}\n  " + line + "\n", expected);
    }

    @Test
    void pointsToCorrelationsWhereAnAggregationStands() {
        assertOne(
                WEB + "  s: {sc-status: 404}\n  condition: s | count() by c-ip > 5\n",
                "8:16: detection.condition: unexpected (got |); and, or, or the end (aggregations"
                        + " are correlation rules now)");
        assertOne(
                WEB + "  s: {sc-status: 404}\n  timeframe: 5m\n  condition: s\n",
                "8:3: detection.timeframe: no selection (got timeframe); a correlation rule with"
                        + " timespan");
    }

    @Test
    void refusesSelectionsWithoutFields() {
        assertOne(
                WEB + "  s: []\n  condition: s\n",
                "7:6: detection.s: no selection (got an empty list); maps of fields, keywords");
        assertOne(
                WEB + "  s: {}\n  condition: s\n",
                "7:6: detection.s: no selection (got an empty map); at least one field");
        assertOne(
                WEB + "  s: {sc-status: 1}\n",
                "7:3: detection.condition: missing (got nothing); such as selection");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level: urgent         | 1:8: level: not understood (got urgent); informational,"
                        + " low, medium, high, critical",
                "status: done          | 1:9: status: not understood (got done); deprecated,"
                        + " experimental, stable, test, unsupported",
                "signal: attack.all    | 1:9: signal: not understood (got attack.all); attack.sqli,"
                        + " attack.xss",
                "family: A B           | 1:9: family: not understood (got A B); lower-case words"
                        + " joined by dashes",
                "tags: {a: b}          | 1:7: tags: not a text (got a map); a text",
            })
    void refusesWhatARuleSaysAboutItself(String line, String expected) {
        assertOne(line + "\n" + BASE, expected);
    }

    @Test
    void refusesMissingAndMalformedIdentity() {
        assertThat(Rules.problems("logsource: {category: webserver}\n"))
                .containsExactly(
                        "rule.yml:1:1: title: missing (got nothing); one line",
                        "rule.yml:1:1: id: missing (got nothing); a UUID in lower case",
                        "rule.yml:1:1: detection: missing (got nothing); a map");
        assertOne(
                BASE.replace("00000000-", "xyz-"),
                "2:5: id: not understood (got xyz-0000-4000-8000-0000000000ba); a UUID in lower"
                        + " case");
        assertOne(
                BASE.replace("name: base", "name: Base Rule"),
                "3:7: name: not understood (got Base Rule); lower-case words joined by dashes");
    }

    private static void assertOne(String text, String expected) {
        assertThat(Rules.problems(text))
                .singleElement()
                .asString()
                .startsWith("rule.yml:" + expected);
    }
}
