package io.pumasentinel.benchmark;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.DecodedTarget;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One line made an event: parsed, its client resolved, redacted, templated, and its target decoded
 * as the rules read it. Cycles over all of a capture's lines, so that branches are not learned by
 * heart. A round is a number of lines, not a time: on a busy machine a time would end before all is
 * compiled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15)
@Measurement(iterations = 10)
@Fork(1)
public class LineIngestBenchmark {
    private static final int LINES = 500_000;
    private static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofLine("access.log", 1));

    private final LineIngest ingest = new LineIngest(IngestSettings.defaults());
    private Cycle captured = new Cycle(List.of());
    private Cycle unlike = new Cycle(List.of());
    private Cycle ecs = new Cycle(List.of());
    private Cycle lograge = new Cycle(List.of());

    /** Reads the captures. */
    @Setup
    public void readCaptures() throws IOException {
        List<byte[]> lines = CaptureLines.all().stream().map(CapturedLine::bytes).toList();
        captured = new Cycle(lines);
        unlike = new Cycle(NewTargets.of(lines));
        ecs = new Cycle(CaptureLines.json());
        lograge = new Cycle(LogrageLines.of(CaptureLines.json()));
    }

    /** What any reader must do: looks for the fields' ends and makes texts of them, unchecked. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void rawScan(Blackhole scans) {
        for (int i = 0; i < LINES; i++) {
            scans.consume(ScannedLine.of(captured.next()));
        }
    }

    /** A line of the capture, whose requests repeat as a shop's do. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void nativeLine(Blackhole events) {
        read(captured, events);
    }

    /** The same lines, each with a target that no other has. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void nativeLineWithNewTarget(Blackhole events) {
        read(unlike, events);
    }

    /** A line of an application that writes JSON with ECS names. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void jsonLine(Blackhole events) {
        read(ecs, events);
    }

    /** A line of lograge's JSON formatter. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void logrageJsonLine(Blackhole events) {
        read(lograge, events);
    }

    private void read(Cycle lines, Blackhole events) {
        for (int i = 0; i < LINES; i++) {
            ingest.ingest(RawLine.of(lines.next(), ORIGIN), event -> consume(event, events));
        }
    }

    private static void consume(PumaEvent event, Blackhole events) {
        events.consume(event);
        if (event.access() != null) {
            events.consume(DecodedTarget.of(event.access()));
        }
    }

    /** Lines again and again. */
    private static final class Cycle {
        private final byte[][] lines;
        private int next;

        Cycle(List<byte[]> lines) {
            this.lines = lines.toArray(new byte[0][]);
        }

        byte[] next() {
            next = next + 1 >= lines.length ? 0 : next + 1;
            return lines[next];
        }
    }

    /** Gives every line a query that no other line has. */
    private static final class NewTargets {
        private static final String PROTOCOL = " HTTP/1.1\" ";

        static List<byte[]> of(List<byte[]> lines) {
            return java.util.stream.IntStream.range(0, lines.size())
                    .mapToObj(i -> of(lines.get(i), i))
                    .toList();
        }

        private static byte[] of(byte[] line, int number) {
            String text = new String(line, StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf(PROTOCOL);
            String mark = text.substring(0, Math.max(0, at)).indexOf('?') < 0 ? "?n=" : "&n=";
            String changed =
                    at < 0 ? text : text.substring(0, at) + mark + number + text.substring(at);
            return changed.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
