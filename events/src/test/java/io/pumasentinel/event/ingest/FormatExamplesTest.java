package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Pumas 5.6 to 8 and the loggers beside them print, each with all that is to be read of it,
 * written down before any of it was read. A list is a part of the description of these formats.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatExamplesTest {

    /** How many examples each list must have run. */
    private static final Map<String, Integer> LISTS =
            Map.of(
                    "1-streams.txt", 8,
                    "2-access.txt", 50,
                    "3-errors.txt", 47,
                    "4-lifecycle.txt", 76,
                    "5-control.txt", 26,
                    "6-rails.txt", 21);

    private final Set<String> ran = new TreeSet<>();

    static Stream<FormatExample> examples() {
        return LISTS.keySet().stream().sorted().flatMap(list -> FormatExample.of(list).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWhatIsPrinted(FormatExample example) {
        assertThat(example.lines()).isNotEmpty();
        assertThat(example.events()).isNotEmpty();
        JoinedLines joined = new JoinedLines();
        example.lines().forEach(line -> joined.line("web-1", line));
        joined.end();
        assertThat(joined.all().stream().map(ToldEvent::of))
                .containsExactlyElementsOf(example.events());
        ran.add(example.name());
    }

    @AfterAll
    void everyExampleRan() {
        LISTS.forEach(
                (list, count) ->
                        assertThat(ran.stream().filter(name -> name.startsWith(list)))
                                .as(list)
                                .hasSize(count));
    }
}
