package io.pumasentinel.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a log may be flooded with. */
final class StressNoise {
    private static final int MEGABYTE = 1 << 20;
    private static final byte[] MESSAGE =
            "E, everything is on fire, and everybody says so".getBytes(StandardCharsets.US_ASCII);

    private StressNoise() {}

    /** Every flood, for as many seconds of event time. */
    static List<StressWorkload> all(int seconds) {
        return List.of(
                new StressWorkload("lines of 1 MB", StressNoise::megabyte, 10, seconds),
                new StressWorkload("new random URLs", StressNoise::randomUrl, 10_000, seconds),
                new StressWorkload("invalid UTF-8 in URLs", StressNoise::invalid, 5_000, seconds),
                new StressWorkload("NULs", StressNoise::nuls, 5_000, seconds),
                new StressWorkload("one message", (r, t) -> MESSAGE, 50_000, seconds));
    }

    private static byte[] megabyte(Random random, String time) {
        byte[] line = new byte[MEGABYTE];
        Arrays.fill(line, (byte) ('a' + random.nextInt(26)));
        return line;
    }

    private static byte[] randomUrl(Random random, String time) {
        String path =
                "/%s/%s".formatted(word(random.nextLong()), Long.toString(random.nextLong(), 36));
        return StressWorkload.request(time, random, path);
    }

    /** A name without digits, which no template can tell from one of the application. */
    private static String word(long value) {
        StringBuilder word = new StringBuilder();
        for (long rest = value & Long.MAX_VALUE; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private static byte[] invalid(Random random, String time) {
        byte[] line = StressWorkload.request(time, random, "/bad/" + "x".repeat(40));
        int at = new String(line, StandardCharsets.ISO_8859_1).indexOf("xxx");
        for (int i = 0; i < 40; i++) {
            line[at + i] = (byte) (0x80 + random.nextInt(0x80));
        }
        return line;
    }

    private static byte[] nuls(Random random, String time) {
        return new byte[1 + random.nextInt(400)];
    }
}
