package io.pumasentinel.cli.backtest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one line of a truth file, with their columns; what is unknown is ignored. */
final class TruthLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final int number;
    private final List<TruthProblem> problems;
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    TruthLine(String file, int number, List<TruthProblem> problems) {
        this.file = file;
        this.number = number;
        this.problems = problems;
    }

    /** Reads the line, which must be one JSON object. */
    void read(String line) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            for (String name = parser.nextFieldName(); name != null; ) {
                int column = parser.currentTokenLocation().getColumnNr();
                parser.nextToken();
                values.put(name, JSON.readTree(parser));
                columns.put(name, column);
                name = parser.nextFieldName();
            }
        }
    }

    /** The episode; empty if a problem was found, which stands in the list then. */
    Optional<Episode> episode() {
        int before = problems.size();
        String name = text("name");
        if (name.isEmpty() && problems.size() == before) {
            problem("name", "missing; a text");
        }
        Instant start = time("start");
        Instant end = time("end");
        if (start != null && end != null && end.isBefore(start)) {
            problem("end", "before the start (got " + end + "); " + start + " or later");
        }
        Optional<KnownEpisode> known = KnownEpisode.named(name);
        Subject subject = subject();
        EpisodeKind kind = kind(known, subject);
        Set<String> rules =
                values.containsKey("rules")
                        ? texts("rules")
                        : known.map(KnownEpisode::rules).orElse(Set.of());
        Set<Trace> shownBy = shownBy(known);
        String notVisible = text("not_visible");
        if (problems.size() > before || start == null || end == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Episode(name, kind, start, end, subject, rules, shownBy, notVisible));
    }

    private Subject subject() {
        return new Subject(texts("source_ips"), text("endpoint"), text("host"), text("account"));
    }

    private EpisodeKind kind(Optional<KnownEpisode> known, Subject subject) {
        String text = text("kind");
        if (!text.isEmpty()) {
            return constant("kind", text, EpisodeKind.values()).orElse(EpisodeKind.FAULT);
        }
        return known.map(KnownEpisode::kind)
                .orElse(subject.addresses().isEmpty() ? EpisodeKind.FAULT : EpisodeKind.ATTACK);
    }

    private Set<Trace> shownBy(Optional<KnownEpisode> known) {
        if (!values.containsKey("shown_by")) {
            return known.map(KnownEpisode::shownBy).orElse(Set.of());
        }
        Set<Trace> traces = new LinkedHashSet<>();
        for (String text : texts("shown_by")) {
            constant("shown_by", text, Trace.values()).ifPresent(traces::add);
        }
        return traces;
    }

    private <E extends Enum<E>> Optional<E> constant(String field, String text, E[] all) {
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(one);
            }
        }
        String allowed =
                Arrays.stream(all)
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        problem(field, "not known (got " + text + "); " + allowed);
        return Optional.empty();
    }

    private @Nullable Instant time(String field) {
        JsonNode value = values.get(field);
        if (value == null) {
            problem(field, "missing; a time such as 2026-11-21T21:25:23.197Z");
            return null;
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            problem(field, "not a time (got " + value + "); such as 2026-11-21T21:25:23.197Z");
            return null;
        }
    }

    private String text(String field) {
        JsonNode value = values.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            problem(field, "not a text (got " + value + "); a text");
            return "";
        }
        return value.asText();
    }

    private Set<String> texts(String field) {
        JsonNode value = values.get(field);
        if (value == null || value.isNull()) {
            return Set.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        boolean good = value.isArray();
        for (JsonNode element : value) {
            good &= element.isTextual();
            texts.add(element.asText());
        }
        if (!good) {
            problem(field, "not a list of texts (got " + value + "); such as [\"a\", \"b\"]");
        }
        return texts;
    }

    private void problem(String field, String message) {
        problems.add(
                new TruthProblem(file, number, columns.getOrDefault(field, 1), field, message));
    }
}
