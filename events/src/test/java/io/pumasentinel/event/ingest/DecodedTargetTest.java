package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTargetTest {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/search?q=%27%20OR%201%3D1--|/search?q=' or 1=1--",
                "/a+b|/a+b",
                "/%252e%252e%252fetc|/../etc",
                "/%25252e|/.",
                "/%2525252525252e|/%2525252e",
                "/%c0%ae%c0%ae/|/../",
                "/%c0%af%e0%80%af%f0%80%80%af|////",
                "/%u0027x|/'x",
                "/%25u0027x|/'x",
                "/100%/%zz?y=%|/100%/%zz?y=%",
                "/caf%c3%a9/%e9|/caf\u00e9/\u00e9",
                "/%f0%9f%98%80|/\ud83d\ude00",
                "/%ed%a0%80|/\u00ed\u00a0\u0080",
                "/x%00.png|/x\0.png",
                "/a%3Fb?c%3Fd|/a?b?c?d",
            })
    void undoesWhatAttackersEncode(String target, String expected) {
        assertThat(decoded(target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/s?q=a+b%2Bc|/s?q=a b+c",
                "/s?q=%252B+%25252B|/s?q=+ +",
                "/s?q=1%2b1|/s?q=1+1",
                "/a%2Bb?c|/a+b?c",
            })
    void readsAPlusAsABlankOnceAndOnlyInTheQuery(String target, String expected) {
        assertThat(decoded(target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/x?q=&lt;script&gt;|/x?q=<script>",
                "/x?q=%26%2360;svg%26%230000062|/x?q=<svg>",
                "/x?q=%26%23x3C;a%26%23X3e;|/x?q=<a>",
                "/x?q=java%26Tab;script%26colon;alert%26lpar;1%26rpar;|/x?q=java\tscript:alert(1)",
                "/x?a=1&lt=5&gt=2&amp=3|/x?a=1&lt=5&gt=2&amp=3",
                "/x?a=%26%23;b&%23xz&|/x?a=&#;b&#xz&",
                "/x?a=%26%23x110000;%26%23xd800;|/x?a=&#x110000;&#xd800;",
                "/x?&lt;&nope;&quot;|/x?<&nope;\"",
            })
    void undoesReferencesThatHideMarkup(String target, String expected) {
        assertThat(decoded(target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/%ef%bc%9cscript%ef%bc%9e|/<script>",
                "/%ef%bc%ae%ef%bc%ae/etc/passwd|/nn/etc/passwd",
                "/%ef%bc%8e%ef%bc%8e%ef%bc%8fetc|/../etc",
                "/%e2%80%a5/%e2%80%a4%ef%b9%92/|/../../",
                "/%c5%bfcr%c4%b1pt?%e2%84%aa|/script?k",
                "/%c4%b0stanbul/Stra%c3%9fe/%c3%89T%c3%89|/istanbul/stra\u00dfe/\u00e9t\u00e9",
            })
    void writesLettersAndPunctuationAsRulesNameThem(String target, String expected) {
        assertThat(decoded(target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/|/",
                "/a//b///c|/a/b/c",
                "//|/",
                "/a/./b/.|/a/b",
                "/a/b/../c|/a/c",
                "/a/../../../etc/passwd|/etc/passwd",
                "/..|/",
                "/%2e%2e%2fetc|/etc",
                "/a%5c..%5cb|/b",
                "/a/..;/manager;v=1/x|/manager/x",
                "/health;jsessionid=1|/health",
                "/.env%00.png|/.env.png",
                "/.%00./x|/x",
                "/secret.txt.../x.%20|/secret.txt/x",
                "/.../x|/.../x",
                "/.env|/.env",
                "/health/|/health",
                "/a/../b?f=../../etc//./passwd|/b?f=../../etc/passwd",
                "/a?f=%5cwindows%5c%5cwin.ini|/a?f=/windows/win.ini",
                "/a%3fb/../c?d|/c?d",
                "/caf\u00e9/./x|/caf\\xe9/x",
                "*|/*",
            })
    void tellsWhereThePathLeads(String target, String expected) {
        Access access = access(target);

        assertThat(DecodedTarget.normalised(access, DecodedTarget.of(access))).isEqualTo(expected);
    }

    @Test
    void keepsTheClimbBesideWhereItLeads() {
        Access access = access("/static/..%252f..%252fetc/passwd");

        String decoded = DecodedTarget.of(access);

        assertThat(decoded).isEqualTo("/static/../../etc/passwd");
        assertThat(DecodedTarget.normalised(access, decoded)).isEqualTo("/etc/passwd");
        assertThat(access.path()).isEqualTo("/static/..%252f..%252fetc/passwd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products",
                "/a-b_c~d/e.f/1.2.3",
                "/robots.txt",
                "/.well-known/acme",
                "/caf\u00c3\u00a9/x",
            })
    void returnsAPlainPathItself(String path) {
        Access access = access(path);

        assertThat(DecodedTarget.of(access)).isSameAs(access.path());
        assertThat(DecodedTarget.normalised(access, access.path())).isSameAs(access.path());
    }

    @Test
    void returnsAPlainQueryUnchanged() {
        Access access = access("/s?q=shoes&page=2&sort=-price&from=2026-11-21");

        String decoded = DecodedTarget.of(access);

        assertThat(decoded).isEqualTo(access.target());
        assertThat(DecodedTarget.normalised(access, decoded)).isSameAs(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "%", "&%23", "&lt", "../", "a/../", "%2e%2e%5c", "%u002f", ";/"})
    void worksInProportionToTheLength(String unit) {
        Access access = access("/" + unit.repeat(200_000 / unit.length()));
        long start = CPU.getCurrentThreadCpuTime();

        String decoded = DecodedTarget.of(access);
        assertThat(DecodedTarget.normalised(access, decoded)).isNotEmpty();

        // Some milliseconds; quadratic work, 4e10 steps, would take ten times as long and more.
        assertThat(CPU.getCurrentThreadCpuTime() - start).as(unit).isLessThan(1_000_000_000L);
    }

    private static Access access(String target) {
        return Lines.access(Lines.get(target));
    }

    private static String decoded(String target) {
        return DecodedTarget.of(access(target));
    }
}
