package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.ForwardedSinks;
import io.pumasentinel.job.JobSinks;
import io.pumasentinel.job.sink.Documents;
import io.pumasentinel.job.sink.NdjsonSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Beside what other sinks do with the results, writes every version of every alert with the
 * watermark at which it was told, and counts what the input holds of the episodes.
 */
public final class BacktestSinks extends ForwardedSinks {
    /** A line a version: {@code {"watermark": millis, "alert": document}}. */
    static final String TOLD = "told.ndjson";

    private final Path folder;
    private final List<Episode> episodes;
    private final long tailMillis;

    /**
     * @param others where the results go as well
     * @param folder where {@value #TOLD} is written; exists
     * @param episodes what really happened
     * @param tailMillis how long after its end an episode may leave something
     */
    public BacktestSinks(JobSinks others, Path folder, List<Episode> episodes, long tailMillis) {
        super(others);
        this.folder = folder;
        this.episodes = List.copyOf(episodes);
        this.tailMillis = tailMillis;
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        super.events(events);
        events.filter(new TraceCounts(episodes, tailMillis))
                .name("traces")
                .uid("backtest-traces")
                .sinkTo(new DiscardingSink<>())
                .name("no events")
                .uid("backtest-no-events")
                .setParallelism(1);
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        super.alerts(alerts);
        String file = folder.resolve(TOLD).toString();
        alerts.transform("told", TypeInformation.of(ToldAlert.class), new TellingOperator())
                .uid("backtest-told")
                .setParallelism(1)
                .sinkTo(new NdjsonSink<>(file, () -> new Lines()::of, told -> ""))
                .name("told file")
                .uid("sink-told")
                .setParallelism(1);
    }

    private static final class Lines {
        private final Documents documents = new Documents();

        byte[] of(ToldAlert told) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(text("{\"watermark\":" + told.watermarkMillis() + ",\"alert\":"));
            line.writeBytes(documents.of(told.alert()));
            line.writeBytes(text("}"));
            return line.toByteArray();
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
