package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Puma's versions print, line by line, and under each line what is to be read in it: the kind,
 * the time, then of a request client, user, method, path, query, status, length, nanoseconds and
 * process; of an error action, class, method, path and client; of a lifecycle line action, worker
 * and process. A dash is nothing.
 */
class FormatExamplesTest {

    static Stream<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        try (InputStream in = FormatExamplesTest.class.getResourceAsStream("/formats.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            String[] lines = text.split("\n");
            for (int i = 0; i + 1 < lines.length; i += 2) {
                examples.add(Arguments.of(lines[i], lines[i + 1]));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWhatPumaPrints(String line, String expected) {
        PumaEvent event = Lines.event(line);
        String time =
                event.timestampMillis() == PumaEvent.NO_TIME
                        ? "-"
                        : Instant.ofEpochMilli(event.timestampMillis()).toString();
        assertThat(event.kind() + " " + time + " " + arm(event)).isEqualTo(expected);
    }

    private static String arm(PumaEvent event) {
        Access access = event.access();
        if (access != null) {
            return told(
                            access.clientAddress(),
                            access.user(),
                            access.method(),
                            access.path(),
                            access.query(),
                            access.status(),
                            access.responseBytes(),
                            access.durationNanos(),
                            access.pid())
                    + (access.forged() ? " forged" : "")
                    + (access.hijacked() ? " hijacked" : "");
        }
        ErrorReport error = event.error();
        if (error != null) {
            return told(
                    error.action(),
                    error.type(),
                    error.method(),
                    error.path(),
                    error.clientAddress());
        }
        Lifecycle lifecycle = event.lifecycle();
        return lifecycle == null
                ? String.valueOf(event.unparsed())
                : told(lifecycle.action(), lifecycle.worker(), lifecycle.pid());
    }

    private static String told(@org.jspecify.annotations.Nullable Object... fields) {
        return Stream.of(fields)
                .map(field -> field == null ? "-" : field.toString())
                .collect(Collectors.joining(" "));
    }
}
