package io.pumasentinel.job.source;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * All files, and how far each of them was emitted: the one split of {@link MergedFileSource}.
 *
 * <p>The line counts do not change after construction.
 */
public final class MergedSplit implements SourceSplit {

    private final List<FileInput> files;
    private final long[] linesDone;

    /** The split at the beginning of all files. */
    static MergedSplit atStart(List<FileInput> files) {
        return new MergedSplit(files, new long[files.size()]);
    }

    MergedSplit(List<FileInput> files, long[] linesDone) {
        if (files.size() != linesDone.length) {
            throw new IllegalArgumentException(
                    "line counts (got %d for %d files); one a file"
                            .formatted(linesDone.length, files.size()));
        }
        this.files = List.copyOf(files);
        this.linesDone = linesDone.clone();
    }

    List<FileInput> files() {
        return files;
    }

    /** The number of the last line of that file that was emitted; 0 for none. */
    long linesDone(int file) {
        return linesDone[file];
    }

    @Override
    public String splitId() {
        return "all";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MergedSplit that
                && files.equals(that.files)
                && Arrays.equals(linesDone, that.linesDone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(files, Arrays.hashCode(linesDone));
    }

    @Override
    public String toString() {
        return files + " after lines " + Arrays.toString(linesDone);
    }
}
