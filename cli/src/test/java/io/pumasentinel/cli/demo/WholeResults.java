package io.pumasentinel.cli.demo;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSinks;
import io.pumasentinel.job.sink.Documents;
import io.pumasentinel.job.sink.NdjsonSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes all that a job says, every version, and reads it back: positions as name and line, doubles
 * to eleven digits.
 */
final class WholeResults implements JobSinks {
    private static final Pattern RECORD = Pattern.compile("(puma\\.\\w+)-0-(\\d+)");
    private static final Pattern LINE = Pattern.compile("[^\"\\[ ]*/(puma\\.\\w+)-0#(\\d+)");

    /**
     * Clients are summed in parts, and which part is added first depends on the subtasks: the last
     * digits of a sum of doubles do too.
     */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{11,}(E-?\\d+)?");

    private static final MathContext DIGITS = new MathContext(11);

    private final Path folder;

    WholeResults(Path folder) {
        this.folder = folder;
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        write(events, "events", () -> new Documents()::of);
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        write(windows, "windows", () -> new Documents()::of);
    }

    @Override
    public void findings(DataStream<Finding> findings) {
        write(findings, "findings", () -> WholeResults::text);
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        write(alerts, "alerts", () -> new Documents()::of);
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> letters) {
        write(letters, "letters", () -> new Documents()::of);
    }

    /** All documents of a stream, their positions as name and line, sorted. */
    List<String> sorted(String stream) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(stream))) {
            return lines.map(WholeResults::withoutOrigin).sorted().toList();
        }
    }

    private <T> void write(
            DataStream<T> stream, String name, NdjsonSink.SerializerFactory<T> documents) {
        stream.sinkTo(new NdjsonSink<>(folder.resolve(name).toString(), documents, document -> ""))
                .name(name)
                .uid("test-" + name)
                .setParallelism(1);
    }

    private static byte[] text(Finding f) {
        return String.join(
                        " ",
                        f.ruleId(),
                        f.key(),
                        f.entity().toString(),
                        String.valueOf(f.firstMillis()),
                        String.valueOf(f.timestampMillis()),
                        String.valueOf(f.count()),
                        f.position().id(),
                        String.valueOf(f.endpoint()),
                        f.host(),
                        f.addresses().toString(),
                        String.valueOf(f.metric()),
                        f.evidence().stream()
                                .map(e -> e.position().id() + " " + e.text())
                                .toList()
                                .toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A record's offset counts from 0, a file's lines from 1. */
    private static String withoutOrigin(String document) {
        String records =
                RECORD.matcher(document)
                        .replaceAll(m -> m.group(1) + "#" + (Long.parseLong(m.group(2)) + 1));
        String placed = LINE.matcher(records).replaceAll("$1#$2");
        return LONG_NUMBER
                .matcher(placed)
                .replaceAll(m -> new BigDecimal(m.group()).round(DIGITS).toString());
    }
}
