package io.pumasentinel.benchmark;

import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The least that any keyed job over access lines costs: lines that lie in memory, scanned as bytes,
 * exchanged by key and reduced.
 */
final class FloorPipeline implements Pipeline {
    private static final int LINES_IN_MEMORY = 4096;
    private static final String COUNTER = "counted-reduced";

    private final byte[][] cycle;
    private final long lines;

    FloorPipeline(List<CapturedLine> captured, long lines) {
        this.cycle =
                captured.stream()
                        .limit(LINES_IN_MEMORY)
                        .map(CapturedLine::bytes)
                        .toArray(byte[][]::new);
        this.lines = lines;
    }

    @Override
    public void define(StreamExecutionEnvironment environment) {
        environment
                .fromSource(
                        new NumberSequenceSource(0, lines - 1),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .uid("numbers")
                .map(new Scan(cycle), Types.POJO(ScannedLine.class))
                .name("scan")
                .uid("scan")
                .keyBy(line -> line.path, Types.STRING)
                .reduce(ScannedLine::plus)
                .name("reduce")
                .uid("reduce")
                .filter(new CountAndDrop<>(COUNTER))
                .name("count")
                .uid("count")
                .sinkTo(new org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink<>())
                .name("end")
                .uid("end");
    }

    @Override
    public void check(JobExecutionResult result) {
        long counted = CountingSinks.count(result, COUNTER);
        if (counted != lines) {
            throw new IllegalStateException(
                    "reduced records are missing (got " + counted + "); " + lines);
        }
    }

    private static final class Scan implements MapFunction<Long, ScannedLine> {
        private static final long serialVersionUID = 1L;

        private final byte[][] cycle;

        Scan(byte[][] cycle) {
            this.cycle = cycle;
        }

        @Override
        public ScannedLine map(Long number) {
            return ScannedLine.of(cycle[(int) (number % cycle.length)]);
        }
    }
}
