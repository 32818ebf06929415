package io.pumasentinel.benchmark;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.Views;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many payloads the shipped rules know: {@code PayloadBenchmark CSV [missed CLASS]}.
 *
 * <p>The file has lines of {@code "payload",length,class,label}, as HttpParamsDataset; {@code norm}
 * is harmless. Each payload is percent-encoded into a parameter of a request answered 200, so that
 * neither status nor path helps. A payload is known if a rule whose signal begins with {@code
 * attack.} holds for it.
 */
public final class PayloadBenchmark {
    private PayloadBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        List<DetectionRule> rules =
                RuleLoader.load(RuleLoader.shipped()).detectionsFor(LogSource.WEBSERVER).stream()
                        .filter(rule -> String.valueOf(rule.meta().signal()).startsWith("attack."))
                        .toList();
        boolean tells = arguments.length == 3 && "missed".equals(arguments[1]);
        if (arguments.length != 1 && !tells) {
            throw new IllegalArgumentException(
                    "arguments: (got " + List.of(arguments) + "); CSV [missed CLASS]");
        }
        String missed = tells ? arguments[2] : "";
        Map<String, int[]> classes = new TreeMap<>();
        for (String line : lines(Path.of(arguments[0]))) {
            int label = line.lastIndexOf(',');
            int kind = line.lastIndexOf(',', label - 1);
            int length = line.lastIndexOf(',', kind - 1);
            String payload = unquoted(line.substring(0, length));
            String name = unquoted(line.substring(kind + 1, label));
            EventView view = request(payload);
            boolean known = rules.stream().anyMatch(rule -> rule.matches(view));
            int[] counts = classes.computeIfAbsent(name, any -> new int[2]);
            counts[0]++;
            counts[1] += known ? 1 : 0;
            if (name.equals(missed) && known == "norm".equals(missed)) {
                System.out.println(payload);
            }
        }
        System.out.println("| class | payloads | known | share |");
        System.out.println("|---|---|---|---|");
        classes.forEach(
                (name, counts) ->
                        System.out.printf(
                                Locale.ROOT,
                                "| %s | %,d | %,d | %.2f %% |%n",
                                name,
                                counts[0],
                                counts[1],
                                100.0 * counts[1] / counts[0]));
    }

    private static List<String> lines(Path csv) throws IOException {
        List<String> all = Files.readAllLines(csv, StandardCharsets.UTF_8);
        return all.subList(1, all.size());
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static EventView request(String payload) {
        String query = "q=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        Access access =
                new Access(
                        "203.0.113.9",
                        null,
                        "GET",
                        "/search",
                        query,
                        "HTTP/1.1",
                        200,
                        1_000,
                        20_000_000,
                        "GET /search",
                        AuthOutcome.NONE,
                        false,
                        false,
                        -1,
                        null,
                        null,
                        null,
                        null);
        Origin origin = new Origin("shop", "web-1", Position.ofLine("payloads", 1));
        return Views.of(PumaEvent.of(origin, 0, access));
    }
}
