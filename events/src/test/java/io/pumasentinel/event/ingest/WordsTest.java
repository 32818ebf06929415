package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Eight bytes at once find what one after the other finds. */
class WordsTest {

    private static final long SEED = 20261126;
    private static final int ROUNDS = 200_000;

    @Test
    void findsTheFirstByteOfItsKindAtEveryPlace() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] few = {'"', '\\', 0, 0x1F, ' ', 0x7F, (byte) 0x80, (byte) 0xA2, (byte) 0xDC, -1};
        for (int round = 0; round < ROUNDS; round++) {
            byte[] b = new byte[random.nextInt(70)];
            for (int i = 0; i < b.length; i++) {
                boolean odd = random.nextInt(12) == 0;
                b[i] = odd ? few[random.nextInt(few.length)] : (byte) random.nextInt('!', 0x7F);
            }
            int from = random.nextInt(b.length + 1);
            int to = random.nextInt(from, b.length + 1);

            assertSame(b, from, to);
        }
    }

    private static void assertSame(byte[] b, int from, int to) {
        int ascii = first(b, from, to, c -> c >= 0x80);
        int plain = first(b, from, to, c -> c == '"' || c == '\\' || c < ' ');
        int printable = first(b, from, to, c -> c < ' ' || c >= 0x7F);
        long head = 0;
        for (int i = Math.min(to, from + Long.BYTES) - 1; i >= from; i--) {
            head = head << Byte.SIZE | (b[i] & 0xFF);
        }

        assertThat(Words.asciiEnd(b, from, to)).isEqualTo(ascii);
        assertThat(Words.plainEnd(b, from, to)).isEqualTo(plain);
        assertThat(Words.printable(b, from, to)).isEqualTo(printable == to);
        assertThat(Words.head(b, from, to)).isEqualTo(head);
    }

    private static int first(byte[] b, int from, int to, IntPredicate wanted) {
        int i = from;
        while (i < to && !wanted.test(b[i] & 0xFF)) {
            i++;
        }
        return i;
    }
}
