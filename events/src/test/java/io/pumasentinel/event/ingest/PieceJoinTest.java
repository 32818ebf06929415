package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PieceJoinTest {

    private static final int KUBELET = 16 * 1024;
    private static final String LONG = Lines.get("/search?q=" + "abc%20".repeat(6500) + "&end=1");

    /** How a format writes the next piece of a line. */
    interface Format {
        String piece(int millis, String stream, boolean more, String text);
    }

    static Stream<Format> formats() {
        return Stream.of(
                CutLines::cri,
                CutLines::docker,
                CutLines::journald,
                CutLines::journaldBytes,
                CutLines::fluentBit,
                CutLines::fluentd,
                CutLines::vector,
                CutLines::filebeatCri);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsALineInPiecesLikeTheWholeLine(Format format) {
        var lines = new JoinedLines();
        lines.line("web-1", format.piece(0, "stdout", false, Lines.get("/before")));
        cut(LONG, KUBELET, format).forEach(piece -> lines.line("web-1", piece));
        assertThat(lines.waiting()).isZero();
        lines.line("web-1", format.piece(9, "stdout", false, Lines.get("/after")));

        lines.end();

        assertThat(lines.deadLetters()).isEmpty();
        assertThat(lines.events()).hasSize(3);
        PumaEvent whole = lines.events().get(1);
        assertThat(access(whole)).isEqualTo(Lines.access(LONG));
        assertThat(whole.position().id()).as("place of the first piece").isEqualTo("x.log#2");
        assertAccounted(lines);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsStreamsApartWhosePiecesStandInTurn(Format format) {
        List<String> out = cut(LONG, KUBELET, format, "stdout");
        List<String> err = cut(LONG.replace("end=1", "end=2"), KUBELET, format, "stderr");
        if (format.piece(0, "x", false, "").contains("partial_id")) {
            err = err.stream().map(line -> line.replace("\"7f\"", "\"80\"")).toList();
        }
        var lines = new JoinedLines();
        for (int i = 0; i < out.size(); i++) {
            lines.line("web-1", out.get(i));
            lines.line("web-1", err.get(i));
        }
        lines.end();

        assertThat(lines.deadLetters()).isEmpty();
        assertThat(lines.events())
                .extracting(event -> Objects.requireNonNull(access(event).query()).endsWith("=1"))
                .containsExactly(true, false);
        assertThat(lines.events())
                .extracting(event -> event.position().index())
                .containsExactly(1L, 2L);
        assertAccounted(lines);
    }

    @Test
    void redactsASecretThatTheCutPartsInTheWholeLine() {
        String secret = "S3cretS3cretS3cret";
        String line = Lines.get("/reset?password=" + secret + "&x=1");
        int middle = line.indexOf(secret) + 9;
        var lines = new JoinedLines();
        lines.line("web-1", CutLines.cri(0, "stdout", true, line.substring(0, middle)));
        lines.line("web-1", CutLines.cri(1, "stdout", false, line.substring(middle)));
        lines.end();

        assertThat(access(lines.events().get(0)).query()).isEqualTo("password=[REDACTED]&x=1");
        assertThat(lines.all().toString()).doesNotContain("S3cret");
        assertThat(lines.events().get(0).redacted()).containsExactly("password");
    }

    @Test
    void keepsHalfASecretOutOfTheDeadLetterOfALineWithoutEnd() {
        for (String half :
                List.of(
                        "GET /reset for eyJhbGciOiJIUzI1NiJ9.eyJzdWIiO",
                        "paid with 4111 1111 11",
                        "key AKIAIOSFODNN7EX",
                        "mail to jane.d")) {
            var lines = new JoinedLines();
            lines.line("web-1", CutLines.cri(0, "stdout", true, half));
            lines.end();

            Unparsed letter = lines.deadLetters().get(0);
            assertThat(letter.reason()).isEqualTo("piece of a longer line");
            assertThat(letter.line())
                    .isEqualTo(half.replaceFirst("[^ ]+$", "").replaceFirst("[0-9 -]+$", ""));
            assertAccounted(lines);
        }
    }

    @Test
    void letsNobodyHideARequestBehindAnImitatedPiece() {
        var lines = new JoinedLines();
        String line = Lines.get("/admin");
        lines.line("web-1", line);
        lines.line("web-1", CutLines.cri(0, "stdout", true, line));
        lines.line("web-1", line);
        lines.end();

        assertThat(lines.events())
                .extracting(event -> access(event).forged())
                .containsExactly(false, true, false);
        assertAccounted(lines);
    }

    @Test
    void forgetsAfterReadingAgainWhatDidNotWait() {
        var ingest = new LineIngest(IngestSettings.defaults());
        var pieces = new PieceJoin();
        List<PumaEvent> out = new ArrayList<>();
        for (String stream : List.of("stdout", "stderr")) {
            RawLine line =
                    RawLine.of(
                            CutLines.cri(0, stream, true, "a ").getBytes(StandardCharsets.UTF_8),
                            Lines.ORIGIN);
            ingest.ingest(line, pieces, out::add);
        }
        assertThat(pieces.firstIndexes()).containsExactly(7, 7);
        pieces.retain(new long[] {6, 7});
        assertThat(pieces.firstIndexes()).hasSize(2);
        pieces.retain(new long[] {8});
        assertThat(pieces.firstIndexes()).isEmpty();
    }

    private static List<String> cut(String line, int longest, Format format) {
        return cut(line, longest, format, "stdout");
    }

    private static List<String> cut(String line, int longest, Format format, String stream) {
        List<String> pieces = CutLines.pieces(line, longest);
        assertThat(pieces).hasSizeGreaterThan(2);
        int last = pieces.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> format.piece(i, stream, i < last, pieces.get(i)))
                .toList();
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
