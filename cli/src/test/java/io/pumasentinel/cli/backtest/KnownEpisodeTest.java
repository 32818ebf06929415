package io.pumasentinel.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownEpisodeTest {

    @Test
    void namesOnlyRulesThatAreShipped() throws Exception {
        RuleSet rules = RuleLoader.load(RuleLoader.shipped());
        KnownEpisode.all()
                .forEach(
                        (name, known) ->
                                assertThat(known.rules())
                                        .as(name)
                                        .allMatch(rule -> rules.meta(rule).isPresent()));
    }

    @Test
    void isDocumentedNameByName() throws Exception {
        Path page = Path.of(System.getProperty("basedir", ".")).resolve("../docs/backtest.md");
        String text = Files.readString(page);
        KnownEpisode.all().forEach((name, known) -> assertThat(text).contains(row(name, known)));
    }

    private static String row(String name, KnownEpisode known) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        name,
                        known.kind().name().toLowerCase(Locale.ROOT),
                        known.rules().stream()
                                .sorted()
                                .map(rule -> "`" + rule + "`")
                                .collect(Collectors.joining(", ")),
                        known.shownBy().stream()
                                .sorted()
                                .map(trace -> "`" + trace.text() + "`")
                                .collect(Collectors.joining(", ")));
    }
}
