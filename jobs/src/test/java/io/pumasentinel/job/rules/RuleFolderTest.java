package io.pumasentinel.job.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.cep.RuleChanges;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit sets the folder.
    RuleFolderTest() {}

    @Test
    void theFirstLookTellsAllFilesAtTheTimeOfTheLatestChange() throws IOException {
        RuleFolder watched = new RuleFolder(folder);
        Path one = write("one.yml", "title: one", 20_000);
        Path two = write("two.yaml", "title: two", 30_000);
        write("notes.txt", "no rule", 10_000);
        touch(folder, 5_000);
        assertThat(watched.look())
                .contains(
                        new RuleChanges(
                                List.of(
                                        new RuleSource(one.toString(), "title: one"),
                                        new RuleSource(two.toString(), "title: two")),
                                30_000,
                                folder + folder.getFileSystem().getSeparator()));
    }

    @Test
    void whatStaysIsNotToldAgain() throws IOException {
        RuleFolder watched = new RuleFolder(folder);
        Path one = write("one.yml", "title: one", 20_000);
        watched.look();
        assertThat(watched.look()).isEmpty();
        touch(one, 40_000);
        assertThat(watched.look()).as("touched, with the same text").isEmpty();
    }

    @Test
    void aFileThatWentIsAChangeAtTheFoldersTime() throws IOException {
        RuleFolder watched = new RuleFolder(folder);
        Path one = write("one.yml", "title: one", 20_000);
        watched.look();
        Files.delete(one);
        touch(folder, 50_000);
        assertThat(watched.look())
                .contains(
                        new RuleChanges(
                                List.of(), 50_000, folder + folder.getFileSystem().getSeparator()));
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyFolder() {
        RuleFolder missing = new RuleFolder(folder.resolve("missing"));
        assertThatThrownBy(missing::look)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no such folder");
    }

    private Path write(String name, String text, long millis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        touch(file, millis);
        return file;
    }

    private static void touch(Path path, long millis) throws IOException {
        Files.setLastModifiedTime(path, FileTime.fromMillis(millis));
    }
}
