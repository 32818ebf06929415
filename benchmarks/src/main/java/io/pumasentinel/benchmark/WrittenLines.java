package io.pumasentinel.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of access lines.
 *
 * @param file where they are
 * @param lines how many
 */
record WrittenLines(Path file, long lines) {

    /** The workload's lines in a new file of {@code folder}. */
    static WrittenLines of(Workload workload, Path folder) throws IOException {
        return new WrittenLines(workload.write(folder), workload.lines());
    }
}
