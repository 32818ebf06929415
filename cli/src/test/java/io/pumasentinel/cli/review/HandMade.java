package io.pumasentinel.cli.review;

import com.fasterxml.jackson.databind.node.TextNode;
import io.pumasentinel.cli.review.source.FileReview;
import io.pumasentinel.cli.review.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result of {@code analyze}, written by hand: an hour from noon, and the hour before. */
public final class HandMade {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final Span HOUR = new Span(NOON, NOON.plusSeconds(3600));

    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private int alerts;

    public HandMade() {
        for (String file : List.of("alerts", "windows", "dead-letters", "events")) {
            files.put(file, new ArrayList<>());
        }
    }

    /** A window at a second after noon (before: negative); p95 in seconds. */
    public HandMade window(int second, String endpoint, int count, int failed, double p95) {
        return window(second, "shop", endpoint, count, failed, p95);
    }

    public HandMade window(
            int second, String service, String endpoint, int count, int failed, double p95) {
        String latency = p95 < 0 ? "" : ",\"latency\":{\"p50\":0,\"p95\":%f}".formatted(p95);
        return add(
                "windows",
                second,
                "puma.endpoint",
                "\"service\":{\"name\":\"%s\"},\"puma\":{\"endpoint\":\"%s\"},\"sentinel\":{\"window\":{\"count\":%d,\"errors_4xx\":%d,\"errors_5xx\":%d%s}}",
                service,
                endpoint,
                count,
                count / 10,
                failed,
                latency);
    }

    /** A request that carries signals, if any. */
    public HandMade request(int second, String address, String agent, String... signals) {
        return add(
                "events",
                second,
                "puma.access",
                "\"service\":{\"name\":\"shop\"},\"source\":{\"ip\":\"%s\"},\"user_agent\":{\"original\":%s},\"puma\":{\"endpoint\":\"GET"
                    + " /\",\"signals\":[%s]}",
                address,
                quoted(agent),
                String.join(",", List.of(signals).stream().map(HandMade::quoted).toList()));
    }

    /** A sign-in; an empty account is left out. */
    public HandMade signIn(int second, String address, String account, String outcome) {
        String user = account.isEmpty() ? "" : "\"user\":{\"name\":%s},".formatted(quoted(account));
        return add(
                "events",
                second,
                "puma.access",
                "\"service\":{\"name\":\"shop\"},%s\"source\":{\"ip\":\"%s\"},\"puma\":{\"endpoint\":\"POST"
                    + " /login\",\"auth\":\"%s\"}",
                user,
                address,
                outcome);
    }

    public HandMade error(int second, String host, @Nullable String endpoint, String type) {
        String puma = endpoint == null ? "{}" : "{\"endpoint\":%s}".formatted(quoted(endpoint));
        return add(
                "events",
                second,
                "puma.error",
                "\"service\":{\"name\":\"shop\"},\"host\":{\"name\":\"%s\"},\"error\":{\"type\":%s},\"puma\":%s",
                host,
                quoted(type),
                puma);
    }

    public HandMade letter(int second, String host, String reason) {
        return add(
                "dead-letters",
                second,
                "puma.dead_letter",
                "\"service\":{\"name\":\"shop\"},\"host\":{\"name\":\"%s\"},\"event\":{\"dataset\":\"puma.dead_letter\",\"reason\":%s}",
                host,
                quoted(reason));
    }

    /** An alert about an entity; its rule is its only part. */
    public HandMade alert(
            int second, String rule, String level, String status, String type, String entity) {
        return alert(second, rule, level, status, type, entity, "");
    }

    /** An alert that a person decided about. */
    public HandMade handled(int second, String rule, String level, String status, String entity) {
        String by = "\"handling\":{\"by\":\"ada\"},";
        return alert(second, rule, level, status, "address", entity, by);
    }

    private HandMade alert(
            int second,
            String rule,
            String level,
            String status,
            String type,
            String entity,
            String handling) {
        alerts++;
        String time = NOON.plusSeconds(second).toString();
        return add(
                "alerts",
                second,
                "puma.alert",
                "\"service\":{\"name\":\"shop\"},\"rule\":{\"id\":\"%s\",\"name\":\"Title of"
                    + " %s\"},\"sentinel\":{\"alert\":{\"id\":\"%dabcdefgh\",\"level\":\"%s\",\"status\":\"%s\",%s\"entity\":{\"type\":\"%s\",\"value\":%s},\"parts\":[{\"rule_id\":\"%s\",\"name\":\"Title"
                    + " of %s\",\"first\":\"%s\",\"last\":\"%s\"}]}}",
                rule,
                rule,
                alerts,
                level,
                status,
                handling,
                type,
                quoted(entity),
                rule,
                rule,
                time,
                time);
    }

    /** Writes the files. */
    public FileReview in(Path folder) throws IOException {
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".ndjson"), file.getValue());
        }
        return new FileReview(folder);
    }

    /** Writes the files and reviews the hour. */
    public Review review(Path folder) throws IOException {
        return Review.of(in(folder), new Scope(HOUR, null));
    }

    /** The rows of the section of that title, as {@code a | b | c}. */
    public static List<String> rows(Review review, String title) {
        return section(review, title).rows().stream()
                .map(row -> String.join(" | ", row.stream().map(HandMade::text).toList()))
                .toList();
    }

    public static Section section(Review review, String title) {
        return review.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + title));
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Quantity number) {
            double rounded = Math.round(number.value() * 1e4) / 1e4;
            return Double.isNaN(number.value())
                    ? "?"
                    : rounded == Math.rint(rounded)
                            ? String.valueOf((long) rounded)
                            : String.valueOf(rounded);
        }
        if (cell instanceof Cell.Moment moment) {
            return moment.time().toString();
        }
        if (cell instanceof Cell.Grade grade) {
            return grade.level().name().toLowerCase(Locale.ROOT);
        }
        return cell instanceof Cell.Runbook runbook ? runbook.rule() : ((Cell.Text) cell).value();
    }

    private HandMade add(String file, int second, String dataset, String form, Object... values) {
        String body = String.format(Locale.ROOT, form, values);
        String event =
                body.contains("\"event\":") ? "" : "\"event\":{\"dataset\":\"" + dataset + "\"},";
        list(file)
                .add("{\"@timestamp\":\"" + NOON.plusSeconds(second) + "\"," + event + body + "}");
        return this;
    }

    private List<String> list(String file) {
        return files.computeIfAbsent(file, none -> new ArrayList<>());
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
