package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentIdsTest {

    @Test
    void aLineIsKnownByItsPosition() {
        assertThat(Documents.idOf(Examples.fullRequest())).isEqualTo("puma-access-3-4711");
        assertThat(Documents.idOf(Examples.sparseRequest())).isEqualTo("logs/puma.log#42");
        assertThat(Documents.idOf(Examples.fullLetter())).isEqualTo("puma-access-3-4711");
    }

    @Test
    void aSampleIsKnownByItsCheckInWhereverItWasRead() {
        PumaEvent sample = Examples.fullStats();

        assertThat(Documents.idOf(sample)).isEqualTo("shop|web-1|1|" + (Examples.MILLIS - 500));
        assertThat(Documents.idOf(sample.at(7))).isEqualTo(Documents.idOf(sample));
    }

    @Test
    void aWindowIsKnownByEndpointSizeAndStart() {
        assertThat(Documents.idOf(Examples.sparseWindow())).isEqualTo("shop|GET /|10000|0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "漢", "😀"})
    void noIdIsLongerThanElasticsearchTakes(String character) {
        for (int length = 100; length < 400; length += 7) {
            String id = DocumentIds.bounded(character.repeat(length));

            assertThat(id.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(512);
            assertThat(DocumentIds.bounded(character.repeat(length))).isEqualTo(id);
        }
    }

    @Test
    void aCutIdIsStillWellFormedUnicode() {
        String id = DocumentIds.bounded("x" + "😀".repeat(200));

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(id)).isTrue();
    }

    @Test
    void longIdsThatDifferOnlyAtTheirEndStayApart() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(DocumentIds.bounded("/long".repeat(100) + i));
        }
        assertThat(ids).hasSize(1000);
    }

    @Test
    void hostilePathsAndEndpointsAreBoundedToo() {
        Position far = Position.ofLine("/漢".repeat(4000), Long.MAX_VALUE);
        EndpointWindow window =
                new EndpointWindow(
                        "s".repeat(300),
                        "GET /" + "漢".repeat(300),
                        0,
                        10_000,
                        1,
                        0,
                        0,
                        0,
                        -1,
                        -1,
                        -1,
                        List.of(),
                        List.of());

        assertThat(Documents.idOf(new DeadLetter("r", 0, "s", "h", far, "", List.of())).length())
                .isLessThan(170);
        assertThat(Documents.idOf(window).length()).isLessThan(170);
    }
}
