package io.pumasentinel.cli.demo;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.util.List;

/**
 * The times at which a shipper would have sent each line of a recorded file: its own, or that of
 * the line before, or at the file's start that of the first line that has one. Kafka's record times
 * must look live, or the job would not believe the lines.
 */
final class RecordedTimes {
    private RecordedTimes() {}

    /** One time a line, in milliseconds since the epoch, never before an earlier line's. */
    static long[] of(List<byte[]> lines) {
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        Origin nowhere = new Origin("", "", Position.ofLine("", 1));
        long[] times = new long[lines.size()];
        long[] last = {PumaEvent.NO_TIME};
        int untimed = 0;
        for (int i = 0; i < times.length; i++) {
            ingest.ingest(
                    RawLine.of(lines.get(i), nowhere),
                    event -> last[0] = Math.max(last[0], event.timestampMillis()));
            times[i] = last[0];
            untimed += last[0] == PumaEvent.NO_TIME ? 1 : 0;
        }
        long first = untimed < times.length ? times[untimed] : 0;
        for (int i = 0; i < untimed; i++) {
            times[i] = first;
        }
        return times;
    }
}
