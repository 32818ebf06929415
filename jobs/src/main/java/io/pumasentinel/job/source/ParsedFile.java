package io.pumasentinel.job.source;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one file in its order, without a job: plain, gzipped or {@code -}. */
public final class ParsedFile {

    private ParsedFile() {}

    /**
     * Hands out every request of the file; other lines are passed over.
     *
     * @return how many lines the file has
     * @throws IOException if the file cannot be read
     */
    public static long requests(FileInput file, IngestSettings settings, Consumer<Access> out)
            throws IOException {
        return events(
                file,
                settings,
                event -> {
                    Access access = event.access();
                    if (access != null) {
                        out.accept(access);
                    }
                });
    }

    /**
     * Hands out every event of the file as parsed: lines without a time have none.
     *
     * @return how many lines the file has
     * @throws IOException if the file cannot be read
     */
    public static long events(FileInput file, IngestSettings settings, Consumer<PumaEvent> out)
            throws IOException {
        long count = 0;
        var reader = new LineReader(FileBytes.open(file, taken -> {}), settings.maxLineBytes());
        try (ParsedLines lines = new ParsedLines(file, reader, settings)) {
            while (lines.next(out)) {
                count++;
            }
        }
        return count;
    }
}
