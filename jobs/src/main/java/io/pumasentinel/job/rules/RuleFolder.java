package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleChanges;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of rules that is looked at again and again. What is found takes effect at the time that
 * the file system gives for the latest change of a file or, for files that went, of a folder.
 */
final class RuleFolder {
    private final Path folder;
    private List<RuleSource> last = List.of();
    private boolean looked;

    RuleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * All files, if any differs from the last look.
     *
     * @throws UncheckedIOException if the folder or a file cannot be read
     */
    Optional<RuleChanges> look() {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new IOException("no such folder (got " + folder + ")"));
        }
        long changedMillis = changedMillis();
        List<RuleSource> files = RuleLoader.inFolder(folder);
        if (looked && files.equals(last)) {
            return Optional.empty();
        }
        looked = true;
        last = files;
        String names = folder + folder.getFileSystem().getSeparator();
        return Optional.of(new RuleChanges(files, changedMillis, names));
    }

    private long changedMillis() {
        try (Stream<Path> all = Files.walk(folder)) {
            long latest = Long.MIN_VALUE;
            for (Path path : all.toList()) {
                latest = Math.max(latest, Files.getLastModifiedTime(path).toMillis());
            }
            return latest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
