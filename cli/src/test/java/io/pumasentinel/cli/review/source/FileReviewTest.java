package io.pumasentinel.cli.review.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.cli.review.HandMade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReviewTest {
    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void coversTheTimeOfItsWindowsAndAlerts() throws IOException {
        FileReview files =
                new HandMade()
                        .window(20, "GET /", 1, 0, 0.1)
                        .alert(5, "brute-force", "high", "open", "address", "x")
                        .letter(500, "web-1", "broken")
                        .in(folder);
        assertThat(files.extent())
                .contains(new Span(HandMade.NOON.plusSeconds(5), HandMade.NOON.plusSeconds(30)));
        assertThat(new HandMade().in(folder).extent()).isEmpty();
    }

    @Test
    void takesTheLastLineOfAnAlertForTheAlert() throws IOException {
        FileReview files =
                new HandMade().alert(5, "brute-force", "high", "open", "address", "x").in(folder);
        Path alerts = folder.resolve("alerts.ndjson");
        String line = Files.readString(alerts);
        Files.writeString(alerts, line.replace("open", "closed"), StandardOpenOption.APPEND);

        assertThat(files.alerts(HandMade.HOUR, List.of()))
                .extracting(ReviewedAlert::status)
                .containsExactly("closed");
    }

    @Test
    void countsADocumentOnceInEveryGroupOfItsValues() throws IOException {
        Question question =
                new Question(
                        DocumentStream.REQUESTS,
                        HandMade.HOUR,
                        List.of(),
                        List.of(Field.ADDRESS, Field.SIGNALS),
                        List.of(),
                        null);
        FileReview files =
                new HandMade().request(1, "192.0.2.1", "x", "a.b", "a.b", "c.d").in(folder);
        assertThat(files.answer(List.of(question)).to(question))
                .extracting(group -> group.keys() + " " + group.count())
                .containsExactly("[192.0.2.1, a.b] 1", "[192.0.2.1, c.d] 1");
    }

    @Test
    void saysWhichLineIsBroken() throws IOException {
        FileReview files = new HandMade().window(0, "GET /", 1, 0, 0.1).in(folder);
        Path windows = folder.resolve("windows.ndjson");
        for (String broken : List.of("{\"@timestamp\":", "{}", "{\"@timestamp\":\"noon\"}")) {
            new HandMade().window(0, "GET /", 1, 0, 0.1).in(folder);
            Files.writeString(windows, broken + "\n", StandardOpenOption.APPEND);
            assertThatThrownBy(files::extent)
                    .isInstanceOf(IOException.class)
                    .hasMessage(windows + ":2: not a line that analyze writes; analyze again");
        }
    }

    @Test
    void refusesAFolderWithoutAResult() {
        assertThatThrownBy(() -> new FileReview(folder)).isInstanceOf(NoSuchFileException.class);
    }
}
