package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When a line in pieces is given up, and what becomes of it. */
class PieceBoundsTest {

    private static final int KUBELET = 16 * 1024;

    @Test
    void givesALineUpWhoseNextPieceIsLateAndLosesNone() {
        for (int late : List.of(5000, 5001)) {
            var lines = new JoinedLines();
            lines.line("web-1", CutLines.cri(0, "stdout", true, "first half, "));
            lines.line("web-1", CutLines.cri(late, "stdout", false, Lines.get("/a")));
            lines.end();

            boolean joined = late == 5000;
            assertThat(lines.deadLetters())
                    .extracting(Unparsed::reason)
                    .isEqualTo(joined ? List.of() : List.of("piece of a longer line"));
            assertThat(lines.events())
                    .extracting(event -> event.position().index())
                    .containsExactly(joined ? 1L : 2L);
            assertAccounted(lines);
        }
    }

    @Test
    void keepsTheOtherHalfOfASecretOutOfTheDeadLetterOfWhatComesLater() {
        for (boolean more : List.of(true, false)) {
            var lines = new JoinedLines();
            lines.line("web-1", CutLines.cri(0, "stdout", true, "the key is AKIAIOSF"));
            lines.line("web-1", CutLines.cri(6000, "stdout", more, "ODNN7EXAMPLE is the key "));
            lines.line("web-1", CutLines.cri(6001, "stderr", false, "another AKIA"));
            lines.end();

            assertThat(lines.deadLetters())
                    .extracting(letter -> letter.line().strip())
                    .containsExactlyInAnyOrder("the key is", "is the key", "another AKIA");
            assertAccounted(lines);
        }
    }

    @Test
    void readsTheNextLineOfAStreamOfWhichOneWasGivenUp() {
        var lines = new JoinedLines();
        lines.line("web-1", CutLines.cri(0, "stdout", true, "the container was killed he"));
        lines.line("web-1", CutLines.cri(6000, "stdout", false, Lines.get("/a")));
        lines.line("web-1", CutLines.cri(6001, "stdout", false, "word of another line"));
        lines.end();

        assertThat(lines.events())
                .extracting(event -> access(event).forged())
                .containsExactly(false);
        assertThat(lines.deadLetters())
                .extracting(Unparsed::line)
                .containsExactly("the container was killed", "word of another line");
        assertAccounted(lines);
    }

    @Test
    void givesALineUpAfterAThousandOthers() {
        for (int others : List.of(PieceJoin.MAX_LINES - 2, PieceJoin.MAX_LINES - 1)) {
            var lines = new JoinedLines();
            String line = Lines.get("/a");
            lines.line("web-1", CutLines.cri(0, "stdout", true, line.substring(0, 20)));
            for (int i = 0; i < others; i++) {
                lines.line("web-1", Lines.get("/b"));
            }
            lines.line("web-1", CutLines.cri(1, "stdout", false, line.substring(20)));
            lines.end();

            boolean joined = others < PieceJoin.MAX_LINES - 1;
            assertThat(lines.events()).hasSize(joined ? others + 1 : others);
            assertThat(lines.deadLetters()).hasSize(joined ? 0 : 2);
            assertAccounted(lines);
        }
    }

    @Test
    void keepsAtMostSixteenStreamsWaiting() {
        var lines = new JoinedLines();
        for (int i = 0; i < 17; i++) {
            lines.line("web-" + i, CutLines.cri(0, "stdout", true, "a line of " + i + " "));
        }
        assertThat(lines.waiting()).isEqualTo(PieceJoin.MAX_OPEN);
        assertThat(lines.deadLetters()).extracting(Unparsed::line).containsExactly("a line of");

        lines.end();

        assertThat(lines.waiting()).isZero();
        assertThat(lines.all()).extracting(event -> event.position().index()).hasSize(17);
        assertAccounted(lines);
    }

    @Test
    void refusesAJoinedLineThatIsLongerThanAllowed() {
        var lines = new JoinedLines();
        String piece = "x ".repeat(KUBELET / 2);
        for (int i = 0; i < 16; i++) {
            lines.line("web-1", CutLines.cri(0, "stdout", true, piece));
        }
        lines.line("web-1", CutLines.cri(0, "stdout", false, "y"));
        lines.end();

        assertThat(lines.deadLetters())
                .extracting(Unparsed::reason)
                .containsExactly("line too long");
        assertThat(lines.all().get(0).position().index()).isEqualTo(1);
        assertAccounted(lines);
    }

    /** Every line is the place of something or part of something that began before it. */
    private static void assertAccounted(JoinedLines lines) {
        assertThat(lines.waiting()).isZero();
        assertThat(lines.all().size() + lines.joined()).isEqualTo(lines.lines());
    }

    private static Access access(PumaEvent event) {
        return Objects.requireNonNull(event.access(), event::toString);
    }
}
