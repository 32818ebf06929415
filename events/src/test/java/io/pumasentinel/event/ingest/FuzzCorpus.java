package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Real lines of every format, which mutation starts from: all of the awkward requests, of the Rails
 * loggers, of boots, shutdowns and control answers, and samples of the captures. Byte for byte
 * (Latin-1), each once, in the same order every time.
 */
final class FuzzCorpus {

    private static final List<String> CAPTURES =
            List.of(
                    "single-access.log.gz",
                    "cluster-access.log.gz",
                    "single-access-ecs.ndjson.gz",
                    "cluster-stats.ndjson.gz",
                    "single-stats.ndjson.gz",
                    "cluster-stderr.log.gz",
                    "cluster-7.2-stderr.log.gz");
    private static final int SAMPLED = 120;

    private FuzzCorpus() {}

    static List<byte[]> lines() {
        Set<String> seen = new HashSet<>();
        List<byte[]> lines = new ArrayList<>();
        add(seen, lines, split(Captures.unpacked("/fuzz/corpus.log.gz")), 1);
        for (String server : EdgeLines.SERVERS) {
            add(seen, lines, EdgeLines.of(server), 1);
        }
        for (String capture : CAPTURES) {
            List<String> all = split(Captures.bytes(capture));
            add(seen, lines, all, Math.max(1, all.size() / SAMPLED));
        }
        return lines;
    }

    private static void add(Set<String> seen, List<byte[]> lines, List<String> all, int step) {
        for (int i = 0; i < all.size(); i += step) {
            if (seen.add(all.get(i))) {
                lines.add(all.get(i).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static List<String> split(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n"));
    }
}
