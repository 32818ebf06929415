package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonWriterTest {
    private static final SinkWriter.Context CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return 0;
                }

                @Override
                public Long timestamp() {
                    return 0L;
                }
            };

    @TempDir private Path folder = Path.of("");

    @Test
    void recordsWithoutAnIdAreLinesAtOnceInTheirOrder() throws Exception {
        try (NdjsonWriter<String> writer = writer(false)) {
            write(writer, "b:1", "a:1", "b:1");
            writer.flush(false);

            assertThat(lines()).isEqualTo("b:1\na:1\nb:1\n");
        }
    }

    @Test
    void ofSeveralVersionsTheLastIsWrittenAtTheEndWhereTheFirstStood() throws Exception {
        try (NdjsonWriter<String> writer = writer(true)) {
            write(writer, "b:1", "a:1", "b:2");
            writer.flush(false);
            assertThat(lines()).isEmpty();

            writer.flush(true);
            assertThat(lines()).isEqualTo("b:2\na:1\n");
        }
        assertThat(lines()).isEqualTo("b:2\na:1\n");
    }

    @Test
    void aFileOfAnEarlierRunIsReplaced() throws Exception {
        Files.writeString(file(), "old\nold\n");
        try (NdjsonWriter<String> writer = writer(false)) {
            write(writer, "new:1");
        }
        assertThat(lines()).isEqualTo("new:1\n");
    }

    private NdjsonWriter<String> writer(boolean versioned) throws IOException {
        return new NdjsonWriter<>(
                file().toString(),
                text -> text.getBytes(StandardCharsets.UTF_8),
                text -> versioned ? text.substring(0, text.indexOf(':')) : "");
    }

    private static void write(NdjsonWriter<String> writer, String... texts) throws IOException {
        for (String text : texts) {
            writer.write(text, CONTEXT);
        }
    }

    private String lines() throws IOException {
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("x.ndjson");
    }
}
