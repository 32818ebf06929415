package io.pumasentinel.benchmark.detection.nab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabCorpusTest {
    @TempDir Path folder = Path.of("");

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(folder.resolve("labels"));
        Files.createDirectories(folder.resolve("data/a"));
        Files.writeString(
                folder.resolve("labels/combined_windows.json"),
                """
                {"a/x.csv": [["2015-01-01 00:05:00.000000", "2015-01-01 00:10:00.000000"]],
                 "b/y.csv": []}
                """);
        Files.writeString(
                folder.resolve("data/a/x.csv"),
                """
                timestamp,value
                2015-01-01 00:00:00,1
                2015-01-01 00:05:00,2.5
                2015-01-01 00:05:00,3
                2015-01-01 00:10:00,4
                """);
    }

    @Test
    void readsValuesAndWindows() throws IOException {
        List<NabSeries> series = new NabCorpus(folder).series("a"::equals);
        assertThat(series).hasSize(1);
        assertThat(series.get(0).values()).containsExactly(1, 2.5, 3, 4);
        assertThat(series.get(0).folder()).isEqualTo("a");
    }

    @Test
    void aRepeatedTimeIsItsFirstRow() throws IOException {
        NabSeries series = new NabCorpus(folder).series("a"::equals).get(0);
        assertThat(series.windows()).containsExactly(new NabSeries.Window(1, 3));
    }
}
