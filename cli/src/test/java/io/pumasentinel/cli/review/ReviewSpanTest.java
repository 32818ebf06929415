package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumasentinel.cli.review.source.Span;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewSpanTest {
    private static final Instant END = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "24h, 2026-11-20T12:00:00Z",
        "7d, 2026-11-14T12:00:00Z",
        "90m, 2026-11-21T10:30:00Z",
        "4w, 2026-10-24T12:00:00Z",
        "2026-11-21T11:59:59Z, 2026-11-21T11:59:59Z"
    })
    void readsLengthsAndInstants(String since, String from) {
        assertThat(ReviewSpan.ending(END, since)).isEqualTo(new Span(Instant.parse(from), END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "0h", "-1d", "24 h", "yesterday", "1y", "9999999999h"})
    void refusesWhatIsNeither(String since) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewSpan.ending(END, since))
                .withMessageStartingWith("--since: neither a length nor an instant (got " + since);
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewSpan.ending(END, END.toString()))
                .withMessageStartingWith("--since: not before the end (got 2026-11-21T12:00:00Z");
    }

    @Test
    void comparesWithTheSameLengthBefore() {
        Span span = ReviewSpan.ending(END, "24h");
        assertThat(span.before().until()).isEqualTo(span.from());
        assertThat(span.before().length()).isEqualTo(span.length());
    }
}
