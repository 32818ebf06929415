package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int LIMIT = 1000;

    @Test
    void cutsAtEveryNewlineAndCountsFromOne() throws IOException {
        var reader = reader("a\nbc\n\nd\n");
        assertThat(reader.next()).isTrue();
        assertThat(reader.number()).isEqualTo(1);
        assertThat(text(reader)).isEqualTo("a");
        assertThat(rest(reader)).containsExactly("bc", "", "d");
        assertThat(reader.number()).isEqualTo(4);
    }

    @Test
    void takesWhatFollowsTheLastNewlineAsALine() throws IOException {
        assertThat(rest(reader("a\nb"))).containsExactly("a", "b");
        assertThat(rest(reader(""))).isEmpty();
    }

    @Test
    void leavesOutTheCarriageReturnOfALineEndOnly() throws IOException {
        assertThat(rest(reader("a\r\nb\rc\r\n\r\nd\r"))).containsExactly("a", "b\rc", "", "d");
    }

    @Test
    void handsOutOneByteMoreThanTheLimitOfALongLineAndSkipsTheRest() throws IOException {
        String fits = "f".repeat(LIMIT);
        String text = "x".repeat(5_000_000) + "\n" + fits + "\r\n" + fits + "y\nlast\n";
        var reader = reader(text);
        assertThat(rest(reader)).containsExactly("x".repeat(LIMIT + 1), fits, fits + "y", "last");
        assertThat(reader.buffer().length).isLessThanOrEqualTo(1 << 17);
    }

    @Test
    void cutsALongLastLineWithoutNewline() throws IOException {
        assertThat(rest(reader("a\n" + "x".repeat(300_000))))
                .containsExactly("a", "x".repeat(LIMIT + 1));
    }

    @Test
    void agreesWithASimpleSplitForAnyLengthsAndReads() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<String>();
            for (int i = 0; i < 400; i++) {
                int length =
                        random.nextInt(10) == 0 ? random.nextInt(3 * LIMIT) : random.nextInt(90);
                lines.add("abc\"[]é ".repeat(length / 8 + 1).substring(0, length));
            }
            byte[] bytes = PumaLines.bytes(String.join("\n", lines) + "\n");
            List<String> expected = lines.stream().map(LineReaderTest::cut).toList();
            var reader = new LineReader(new Dribble(bytes, random), LIMIT);
            assertThat(rest(reader)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void endsQuietlyWhereCompressedDataIsDamaged() throws IOException {
        byte[] whole = PumaLines.gzip("first\n".repeat(50_000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        var reader = new LineReader(FileBytes.inflate(new ByteArrayInputStream(half)), LIMIT);
        List<String> read = rest(reader);
        assertThat(read.get(0)).isEqualTo("first");
        assertThat(read).hasSizeBetween(100, 49_999);
        assertThat(reader.damaged()).isTrue();
    }

    @Test
    void endsQuietlyWhenOnlyTheMagicBytesAreThere() throws IOException {
        byte[] magic = {0x1f, (byte) 0x8b, 8};
        var reader = new LineReader(FileBytes.inflate(new ByteArrayInputStream(magic)), LIMIT);
        assertThat(reader.next()).isFalse();
        assertThat(reader.damaged()).isTrue();
    }

    @Test
    void recognisesGzipByItsBytesAndReadsAllItsMembers() throws IOException {
        byte[] one = PumaLines.gzip("a\nb\n");
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);
        var in = new LineReader(FileBytes.inflate(new ByteArrayInputStream(two)), LIMIT);
        assertThat(rest(in)).containsExactly("a", "b", "a", "b");
        assertThat(in.damaged()).isFalse();
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatThrownBy(() -> new LineReader(InputStream.nullInputStream(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(PumaLines.bytes(text)), LIMIT);
    }

    private static List<String> rest(LineReader reader) throws IOException {
        var lines = new ArrayList<String>();
        while (reader.next()) {
            lines.add(text(reader));
        }
        return lines;
    }

    private static String text(LineReader reader) {
        return new String(reader.buffer(), reader.from(), reader.length(), StandardCharsets.UTF_8);
    }

    private static String cut(String line) {
        byte[] bytes = PumaLines.bytes(line);
        int length = Math.min(bytes.length, LIMIT + 1);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Hands out a random number of bytes a read, as sockets and inflaters do. */
    private static final class Dribble extends ByteArrayInputStream {

        private final Random random;

        Dribble(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(700)));
        }
    }
}
