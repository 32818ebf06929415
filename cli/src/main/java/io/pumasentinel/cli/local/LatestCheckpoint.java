package io.pumasentinel.cli.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the last complete checkpoint that an earlier run left in a folder. */
public final class LatestCheckpoint {
    private LatestCheckpoint() {}

    /**
     * The newest {@code <job>/chk-<n>} with metadata, as a path that Flink restores from.
     *
     * @param folder a path or a {@code file:} URI; empty for folders elsewhere, which Flink's own
     *     tools must look into
     * @throws IOException if the folder cannot be read
     */
    public static Optional<String> in(String folder) throws IOException {
        if (folder.contains(":/") && !folder.startsWith("file:")) {
            return Optional.empty();
        }
        Path root = folder.startsWith("file:") ? Path.of(URI.create(folder)) : Path.of(folder);
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.find(root, 3, (path, what) -> isMetadata(path))) {
            return found.max(Comparator.comparingLong(LatestCheckpoint::modified))
                    .map(Path::getParent)
                    .map(checkpoint -> checkpoint.toUri().toString());
        }
    }

    private static boolean isMetadata(Path path) {
        Path parent = path.getParent();
        return path.getFileName().toString().equals("_metadata")
                && parent != null
                && parent.getFileName().toString().startsWith("chk-");
    }

    private static long modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }
}
