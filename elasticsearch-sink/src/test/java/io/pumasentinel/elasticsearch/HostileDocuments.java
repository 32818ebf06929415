package io.pumasentinel.elasticsearch;

import java.util.List;
import java.util.Random;

/** Documents that try what a mapping may not be made to do, each with its number's own seed. */
final class HostileDocuments {

    private static final List<String> NAMES =
            List.of(
                    "@timestamp",
                    "message",
                    "source",
                    "source.ip",
                    "event",
                    "event.duration",
                    "url.path",
                    "process.pid",
                    "sentinel.window.count",
                    "sentinel.alert.parts",
                    "puma.hijacked",
                    "rule.id",
                    "error.message");

    private HostileDocuments() {}

    /** One JSON object on one line. */
    static String of(long number) {
        Random random = new Random(number);
        return switch ((int) (number % 10)) {
            case 0 -> deep(10 + random.nextInt(3_000));
            case 1 -> wide(random, 2_000);
            case 2 -> known(random, "{\"nobody\":{\"knows\":" + random.nextInt() + "}}");
            case 3 -> known(random, "\"" + "\u00fc".repeat(1 + random.nextInt(50_000)) + "\"");
            case 4 -> known(random, "9".repeat(1 + random.nextInt(4_000)));
            case 5 -> "{\"@timestamp\":\"" + random.nextInt() + "-99-99T99:99:99Z\"}";
            case 6 -> known(random, "[" + "[1,\"x\",null,true],".repeat(200) + "1]");
            case 7 -> "{\"a..b\":1,\".\":2,\"event.\":3,\"c." + random.nextInt() + "\":{\"\":4}}";
            case 8 -> "{\"" + "n".repeat(1 + random.nextInt(60_000)) + "\":1}";
            default -> known(random, "-1e" + random.nextInt(400));
        };
    }

    private static String deep(int levels) {
        return "{\"d\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static String wide(Random random, int fields) {
        StringBuilder json = new StringBuilder("{\"@timestamp\":\"2026-11-21T00:00:00.000Z\"");
        for (int i = 0; i < fields; i++) {
            json.append(",\"f").append(random.nextInt(1_000_000)).append('_').append(i);
            json.append("\":").append(i % 2 == 0 ? "\"2026-11-21\"" : "1.5");
        }
        return json.append('}').toString();
    }

    /** A field that the templates know, with a value that it is not made for. */
    private static String known(Random random, String value) {
        return "{\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":" + value + "}";
    }
}
