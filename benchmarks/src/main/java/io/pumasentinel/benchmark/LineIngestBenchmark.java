package io.pumasentinel.benchmark;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One native access line of the capture made an event: parsed, its client resolved, redacted and
 * templated. Cycles over all of the capture's lines, so that branches are not learned by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LineIngestBenchmark {
    private final LineIngest ingest = new LineIngest(IngestSettings.defaults());
    private RawLine[] lines = new RawLine[0];
    private int next;

    /** Reads the capture. */
    @Setup
    public void readCapture() throws IOException {
        Origin origin = new Origin("shop", "web-1", Position.ofLine("access.log", 1));
        lines =
                CaptureLines.all().stream()
                        .map(line -> RawLine.of(line.bytes(), origin))
                        .toArray(RawLine[]::new);
    }

    /** One line, one event. */
    @Benchmark
    public void nativeLine(Blackhole events) {
        next = next + 1 == lines.length ? 0 : next + 1;
        ingest.ingest(lines[next], events::consume);
    }
}
