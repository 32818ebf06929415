package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLoaderTest {

    @Test
    void readsRuleFilesBelowAFolderInPathOrder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/two.yaml"), "title: two\n");
        Files.writeString(folder.resolve("a.yml"), "title: one\n");
        Files.writeString(folder.resolve("notes.txt"), "no rule");
        assertThat(RuleLoader.inFolder(folder))
                .containsExactly(
                        new RuleSource(folder.resolve("a.yml").toString(), "title: one\n"),
                        new RuleSource(folder.resolve("b/two.yaml").toString(), "title: two\n"));
    }

    @Test
    void aRuleWithoutNameIsCalledByItsTitle() {
        String text = Rules.detection("  s: {sc-status: 404}\n  condition: s\n");
        String unnamed = text.replaceFirst("name: .*\n", "").replace("A rule", "Not Found (404)!");
        assertThat(Rules.load(unnamed).meta("not-found-404")).isPresent();
    }

    @Test
    void emptyInputIsAnEmptySet() {
        assertThat(Rules.load("").detections()).isEmpty();
        assertThat(Rules.load("# only a comment\n").correlations()).isEmpty();
    }
}
