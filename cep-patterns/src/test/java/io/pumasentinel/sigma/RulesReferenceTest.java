package io.pumasentinel.sigma;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read about the rules is what the rules say. */
class RulesReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    private final RuleSet rules = Catalogue.load();

    /** Written anew by {@code -Dgolden.rewrite=true}. */
    @Test
    void docsRulesIsWhatTheRulesSay() throws IOException {
        Path file = DOCS.resolve("rules.md");
        String current = RulesReference.markdown(rules);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, current);
        }
        assertThat(Files.readString(file))
                .as("docs/rules.md; -Dgolden.rewrite=true rewrites it")
                .isEqualTo(current);
    }

    @Test
    void everyAlertingRuleAndNoOtherHasARunbook() {
        List<String> runbooks =
                Catalogue.walk(DOCS.resolve("runbooks")).stream()
                        .map(Catalogue::nameOf)
                        .filter(name -> !name.equals("README.md"))
                        .toList();
        assertThat(runbooks)
                .containsExactlyInAnyOrderElementsOf(
                        alerting().map(meta -> meta.name() + ".md").toList());
    }

    @Test
    void everyRunbookBeginsWithTheRuleAsItIsAndSaysWhatToDo() {
        assertThat(alerting())
                .allSatisfy(
                        meta -> {
                            Path file = DOCS.resolve("runbooks").resolve(meta.name() + ".md");
                            assertThat(Files.readString(file))
                                    .as(meta.name())
                                    .startsWith("# " + meta.title() + "\n")
                                    .contains("\n" + summary(meta) + " · [rule](")
                                    .contains("## Meaning", "## Check", "## Respond", "## Tune");
                        });
    }

    /** The second line of a runbook, such as {@code `brute-force` · medium · T1110}. */
    private static String summary(RuleMeta meta) {
        Stream<String> level = Stream.of(meta.level().name().toLowerCase(Locale.ROOT));
        String ids = meta.techniques().stream().map(Technique::id).collect(joining(", "));
        return Stream.concat(level, Stream.of(ids).filter(text -> !text.isEmpty()))
                .collect(joining(" · ", "`" + meta.name() + "` · ", ""));
    }

    private Stream<RuleMeta> alerting() {
        return Stream.concat(
                rules.detections().stream()
                        .filter(DetectionRule::alerting)
                        .map(DetectionRule::meta),
                rules.correlations().stream()
                        .filter(CorrelationRule::alerting)
                        .map(CorrelationRule::meta));
    }
}
