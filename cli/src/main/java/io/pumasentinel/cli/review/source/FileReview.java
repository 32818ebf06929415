package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.job.sink.FileSinks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the files that {@code analyze --out} wrote; every file is read once, line by line.
 *
 * <p>Memory: the groups of the answers, that is the addresses that sent something suspicious or
 * signed in.
 */
public final class FileReview implements ReviewSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long WINDOW_MILLIS = 10_000;
    private static final String NO_EVENTS =
            FileSinks.EVENTS + " is not there; run analyze with --events";

    private final Path folder;

    /**
     * Looks whether the folder holds a result.
     *
     * @throws NoSuchFileException if alerts or windows are missing
     */
    public FileReview(Path folder) throws NoSuchFileException {
        this.folder = folder;
        for (String file : List.of(FileSinks.ALERTS, FileSinks.WINDOWS)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new NoSuchFileException(folder.resolve(file).toString());
            }
        }
    }

    /** The time that windows and alerts cover; empty if there are none. */
    public Optional<Span> extent() throws IOException {
        Extent extent = new Extent();
        read(FileSinks.WINDOWS, (document, time) -> extent.add(time, WINDOW_MILLIS));
        read(FileSinks.ALERTS, (document, time) -> extent.add(time, 1));
        return extent.span();
    }

    @Override
    public Answers answer(List<Question> questions) throws IOException {
        Map<DocumentStream, List<Tally>> tallies = new EnumMap<>(DocumentStream.class);
        Map<Question, Tally> byQuestion = new LinkedHashMap<>();
        for (Question question : questions) {
            Tally tally = new Tally(question);
            byQuestion.put(question, tally);
            tallies.computeIfAbsent(question.stream(), none -> new ArrayList<>()).add(tally);
        }
        for (String file : List.of(FileSinks.WINDOWS, FileSinks.DEAD_LETTERS, FileSinks.EVENTS)) {
            if (Files.exists(folder.resolve(file))) {
                read(
                        file,
                        (document, time) ->
                                Field.DATASET.of(document).stream()
                                        .flatMap(name -> DocumentStream.of(name).stream())
                                        .flatMap(s -> tallies.getOrDefault(s, List.of()).stream())
                                        .forEach(tally -> tally.add(document, time)));
            }
        }
        Answers answers = new Answers();
        byQuestion.forEach((question, tally) -> answers.put(question, tally.groups()));
        return answers;
    }

    @Override
    public List<ReviewedAlert> alerts(Span span, List<Condition> where) throws IOException {
        Map<String, ReviewedAlert> latest = new LinkedHashMap<>();
        read(
                FileSinks.ALERTS,
                (document, time) -> {
                    if (span.contains(time)
                            && where.stream().allMatch(one -> Tally.meets(document, one))) {
                        ReviewedAlert alert = ReviewedAlert.of(document);
                        latest.put(alert.id(), alert);
                    }
                });
        return latest.values().stream()
                .sorted(Comparator.comparing(ReviewedAlert::fired).thenComparing(ReviewedAlert::id))
                .toList();
    }

    @Override
    public Optional<String> lacks(DocumentStream stream) {
        boolean ofEvents = stream == DocumentStream.REQUESTS || stream == DocumentStream.ERRORS;
        if (ofEvents && !Files.exists(folder.resolve(FileSinks.EVENTS))) {
            return Optional.of(NO_EVENTS);
        }
        boolean letters = stream == DocumentStream.DEAD_LETTERS;
        return letters && !Files.exists(folder.resolve(FileSinks.DEAD_LETTERS))
                ? Optional.of(FileSinks.DEAD_LETTERS + " is not there")
                : Optional.empty();
    }

    @Override
    public void close() {
        // Every file is closed after it was read.
    }

    private void read(String file, Taker taker) throws IOException {
        Path path = folder.resolve(file);
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode document = JSON.readTree(line);
                taker.take(document, Instant.parse(Field.TIME.of(document).get(0)));
            }
        } catch (JsonProcessingException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IOException(
                    path + ":" + number + ": not a line that analyze writes; analyze again");
        }
    }

    private interface Taker {
        void take(JsonNode document, Instant time);
    }

    private static final class Extent {
        private @Nullable Instant first;
        private @Nullable Instant end;

        void add(Instant time, long millis) {
            Instant after = time.plusMillis(millis);
            first = first == null || time.isBefore(first) ? time : first;
            end = end == null || after.isAfter(end) ? after : end;
        }

        Optional<Span> span() {
            return first == null || end == null
                    ? Optional.empty()
                    : Optional.of(new Span(first, end));
        }
    }
}
