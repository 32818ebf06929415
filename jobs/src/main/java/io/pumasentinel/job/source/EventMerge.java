package io.pumasentinel.job.source;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Files merged by event time: of all files' next lines, the earliest comes first, files with the
 * same time in the order of their paths. Inside a file the order of its lines is kept whatever
 * their times say, and lines that share a time with the line before them follow it at once.
 *
 * <p>Without state of its own: which line comes next depends on how many lines of each file are
 * done and on nothing else. A step costs one comparison while one file stays the earliest.
 */
final class EventMerge {

    private static final Comparator<FileEvents> EARLIEST =
            Comparator.comparingLong(FileEvents::headMillis)
                    .thenComparing(events -> events.file().path());

    private final PriorityQueue<FileEvents> waiting;
    private @Nullable FileEvents current;

    /**
     * Starts behind the lines already done.
     *
     * @param files at least one, none of them read further than its lines already done
     */
    EventMerge(List<FileEvents> files) throws IOException {
        waiting = new PriorityQueue<>(files.size(), EARLIEST);
        for (FileEvents file : files) {
            if (file.advance()) {
                waiting.add(file);
            }
        }
    }

    /** The file whose line comes next, standing on it; null when all files are at their end. */
    @Nullable FileEvents next() throws IOException {
        FileEvents last = current;
        if (last != null && last.advance()) {
            FileEvents rival = waiting.peek();
            if (rival == null || EARLIEST.compare(last, rival) <= 0) {
                return last;
            }
            waiting.add(last);
        }
        current = waiting.poll();
        return current;
    }
}
