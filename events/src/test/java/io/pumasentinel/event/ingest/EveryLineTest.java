package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No line is lost and none is counted twice: one event a line, for a sample one a worker. */
class EveryLineTest {

    @Test
    void makesOneEventOfEveryRealLineAndTwoOfARequestThatSaysWhy() {
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        List<byte[]> lines = FuzzCorpus.lines();
        long samples = 0;
        long events = 0;
        for (byte[] line : lines) {
            List<PumaEvent> read = Lines.all(ingest, line);
            boolean why = read.size() == 2 && read.get(1).error() != null;
            read = why && read.get(0).access() != null ? read.subList(0, 1) : read;
            boolean sample = read.stream().allMatch(event -> event.kind() == EventKind.STATS);
            assertThat(read.isEmpty() || (read.size() > 1 && !sample))
                    .as(new String(line, StandardCharsets.ISO_8859_1))
                    .isFalse();
            samples += sample ? 1 : 0;
            events += sample ? 0 : read.size();
        }
        assertThat(lines).hasSizeGreaterThan(3000);
        assertThat(samples).isPositive();
        assertThat(samples + events).isEqualTo(lines.size());
    }
}
