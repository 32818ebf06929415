package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;

/** Lines as container runtimes and shippers cut and wrap them. */
final class CutLines {

    private static final String DAY = "2026-11-21T19:34:51.";

    private CutLines() {}

    /** What a runtime makes of a line: pieces of at most that many characters. */
    static List<String> pieces(String line, int longest) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < line.length(); from += longest) {
            pieces.add(line.substring(from, Math.min(line.length(), from + longest)));
        }
        return pieces;
    }

    static String cri(int millis, String stream, boolean more, String text) {
        return at(millis) + " " + stream + (more ? " P " : " F ") + text;
    }

    static String docker(int millis, String stream, boolean more, String text) {
        return "{\"log\":\"%s%s\",\"stream\":\"%s\",\"time\":\"%s\"}"
                .formatted(escaped(text), more ? "" : "\\n", stream, at(millis));
    }

    static String journald(int millis, String stream, boolean more, String text) {
        return "{\"_HOSTNAME\":\"web-1\",\"_STREAM_ID\":\"%s\",%s\"__REALTIME_TIMESTAMP\":\"%d\",\"MESSAGE\":\"%s\"}"
                .formatted(
                        stream,
                        more ? "\"_LINE_BREAK\":\"line-max\"," : "",
                        java.time.Instant.parse(at(millis)).toEpochMilli() * 1000,
                        escaped(text));
    }

    static String journaldBytes(int millis, String stream, boolean more, String text) {
        List<String> numbers = new ArrayList<>();
        text.chars().forEach(c -> numbers.add(Integer.toString(c)));
        String quoted = "\"" + escaped(text) + "\"";
        return journald(millis, stream, more, text)
                .replace(quoted, "[" + String.join(",", numbers) + "]");
    }

    static String fluentBit(int millis, String stream, boolean more, String text) {
        return "{\"log\":\"%s\",\"_p\":\"%s\",\"stream\":\"%s\",\"time\":\"%s\"}"
                .formatted(escaped(text), more ? "P" : "F", stream, at(millis));
    }

    /** Docker's fluentd driver: the last piece carries the flag too. */
    static String fluentd(int millis, String stream, boolean more, String text) {
        return "{\"log\":\"%s\",\"partial_message\":\"true\",\"partial_id\":\"7f\",\"partial_last\":\"%s\",\"container_id\":\"c1\",\"source\":\"%s\",\"time\":\"%s\"}"
                .formatted(escaped(text), !more, stream, at(millis));
    }

    static String vector(int millis, String stream, boolean more, String text) {
        return "{\"message\":\"%s\",%s\"stream\":\"%s\",\"host\":\"web-1\",\"timestamp\":\"%s\"}"
                .formatted(escaped(text), more ? "\"_partial\":true," : "", stream, at(millis));
    }

    /** Filebeat around the runtime's own lines. */
    static String filebeatCri(int millis, String stream, boolean more, String text) {
        return "{\"message\":\"%s\",\"log\":{\"file\":{\"path\":\"/var/log/%s.log\"}},\"@timestamp\":\"%s\"}"
                .formatted(escaped(cri(millis, "stdout", more, text)), stream, at(millis));
    }

    private static String at(int millis) {
        int second = 51 + millis / 1000;
        return DAY.replace("51.", second + ".") + "%03dZ".formatted(millis % 1000);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
