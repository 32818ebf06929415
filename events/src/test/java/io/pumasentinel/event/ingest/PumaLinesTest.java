package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of line that Pumas 5.6 to 8 were seen to print, with what is to be read of it. */
class PumaLinesTest {

    static Stream<String> lifecycles() {
        return rows("lifecycle.txt");
    }

    static Stream<String> errors() {
        return rows("errors.txt");
    }

    /** A row is {@code action|worker|pid|line}. */
    @ParameterizedTest
    @MethodSource("lifecycles")
    void readsALifecycleLine(String row) {
        String[] expected = row.split("\\|", 4);
        Lifecycle found = Objects.requireNonNull(only(expected[3]).lifecycle());
        assertThat(found.action()).isEqualTo(expected[0]);
        assertThat(found.worker()).isEqualTo(Integer.parseInt(expected[1]));
        assertThat(found.pid()).isEqualTo(Integer.parseInt(expected[2]));
        assertThat(found.message()).isEqualTo(expected[3].replaceFirst("^\\[\\d+] ", ""));
    }

    /** A row is {@code action|class|method path|client|line}, with {@code -} for none. */
    @ParameterizedTest
    @MethodSource("errors")
    void readsAnError(String row) {
        String[] expected = row.split("\\|", 5);
        ErrorReport found = Objects.requireNonNull(only(expected[4]).error());
        String request = found.method() == null ? "-" : found.method() + " " + dash(found.path());
        assertThat(
                        List.of(
                                found.action(),
                                dash(found.type()),
                                request,
                                dash(found.clientAddress())))
                .containsExactly(expected[0], expected[1], expected[2], expected[3]);
        assertThat(found.message()).isNotEmpty().doesNotEndWith("\n").doesNotEndWith(">");
    }

    private static PumaEvent only(String line) {
        JoinedLines joined = new JoinedLines();
        joined.line(
                "web-1",
                new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        joined.end();
        assertThat(joined.all()).hasSize(1);
        assertThat(joined.all().get(0).kind()).isNotEqualTo(EventKind.UNPARSED);
        return joined.all().get(0);
    }

    private static String dash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static Stream<String> rows(String name) {
        try (InputStream in = PumaLinesTest.class.getResourceAsStream("/formats/" + name)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
