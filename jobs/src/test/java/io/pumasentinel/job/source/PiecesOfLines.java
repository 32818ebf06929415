package io.pumasentinel.job.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines as Kubernetes keeps them: in pieces, two streams in turn, some without an end. */
final class PiecesOfLines {

    /** Stands in the query of every line, where every cut parts it. */
    static final String SECRET = "Tr0ub4dor8Correct9Horse";

    private PiecesOfLines() {}

    /** Pieces of that many whole lines a stream, and of one line without an end. */
    static List<String> interleaved(int wholeLines, int seed) {
        var random = new Random(seed);
        var out = new ArrayList<String>();
        List<List<String>> waiting = List.of(new ArrayList<>(), new ArrayList<>());
        for (int second = 0; second < wholeLines; second++) {
            for (List<String> stream : waiting) {
                String name = stream == waiting.get(0) ? "stdout" : "stderr";
                stream.addAll(cut(second, name, random));
            }
        }
        waiting.get(0).add(prefix(wholeLines, 0) + "stdout P lost password=" + SECRET);
        while (!waiting.get(0).isEmpty() || !waiting.get(1).isEmpty()) {
            List<String> next = waiting.get(random.nextInt(2));
            if (!next.isEmpty()) {
                out.add(next.remove(0));
            }
            if (random.nextInt(5) == 0) {
                out.add(PumaLines.access(0, "/whole"));
            }
        }
        return out;
    }

    /** One access line in three pieces, cut in the secret. */
    static List<String> cut(int second, String stream, Random random) {
        String line = PumaLines.access(second, "/reset?password=" + SECRET + "&x=" + stream);
        int first = line.indexOf(SECRET) + 1 + random.nextInt(5);
        int other = first + 1 + random.nextInt(10);
        return List.of(
                prefix(second, 0) + stream + " P " + line.substring(0, first),
                prefix(second, 1) + stream + " P " + line.substring(first, other),
                prefix(second, 2) + stream + " F " + line.substring(other));
    }

    private static String prefix(int second, int millis) {
        Instant at = Instant.ofEpochMilli(PumaLines.millis(second) + millis);
        return at.toString().replaceFirst("(:\\d\\d)Z", "$1.000Z") + " ";
    }
}
