package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections about how the service did: overview, endpoints, errors, dead letters. */
class TrafficOfReviewTest {
    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void comparesTheSpanWithTheOneBefore() throws IOException {
        Review review =
                new HandMade()
                        .window(-3600, "GET /", 100, 1, 0.1)
                        .window(-10, "GET /", 100, 0, 0.1)
                        .window(0, "GET /", 200, 10, 0.1)
                        .window(3590, "GET /a", 400, 50, 0.1)
                        .window(3600, "GET /a", 1000, 50, 0.1)
                        .alert(5, "brute-force", "high", "closed", "address", "192.0.2.5")
                        .alert(6, "brute-force", "low", "open", "address", "192.0.2.6")
                        .review(folder);

        assertThat(review.figures())
                .containsExactly(
                        Figure.of("Requests", Unit.COUNT, 600, 200),
                        Figure.of("Requests per minute", Unit.PER_MINUTE, 10, 200 / 60.0),
                        Figure.of("Answers 4xx", Unit.SHARE, 0.1, 0.1),
                        Figure.of("Answers 5xx", Unit.SHARE, 0.1, 0.005),
                        Figure.of("Alerts", Unit.COUNT, 2, 0),
                        Figure.of("High or critical", Unit.COUNT, 1, 0),
                        Figure.of("Waiting for somebody", Unit.COUNT, 1, 0));
        assertThat(review.remark()).isEmpty();
    }

    @Test
    void comparesNothingWithATimeThatIsNotRecorded() throws IOException {
        Review review =
                new HandMade()
                        .window(-3000, "GET /", 100, 1, 0.1)
                        .window(0, "GET /", 900, 10, 0.1)
                        .error(3, "web-1", "GET /", "E")
                        .review(folder);

        assertThat(review.remark()).startsWith("There is nothing to compare with");
        assertThat(review.figures()).allMatch(figure -> Double.isNaN(figure.before().value()));
        assertThat(HandMade.section(review, "Endpoints that changed").rows()).isEmpty();
        assertThat(HandMade.rows(review, "Top error types"))
                .containsExactly("E | 1 | ? | 1 | 1 | 2026-11-21T12:00:03Z");
        assertThat(HandMade.rows(review, "What to do next")).isEmpty();
    }

    @Test
    void showsWhatChangedAndByHowMuchTheLargestFirst() throws IOException {
        Review review =
                new HandMade()
                        .window(-3600, "GET /same", 1000, 5, 0.1)
                        .window(0, "GET /same", 1100, 6, 0.11)
                        .window(-60, "GET /fails", 1000, 10, 0.1)
                        .window(60, "GET /fails", 1000, 60, 0.1)
                        .window(-60, "GET /slow", 300, 0, 0.1)
                        .window(60, "GET /slow", 100, 0, 0.2)
                        .window(70, "GET /slow", 300, 0, 0.4)
                        .window(-60, "GET /gone", 50, 0, 0.1)
                        .window(60, "GET /new", 60, 0, -1)
                        .window(-60, "GET /busy", 120, 0, 0.1)
                        .window(60, "GET /busy", 600, 0, 0.1)
                        .review(folder);

        assertThat(HandMade.rows(review, "Endpoints that changed"))
                .containsExactly(
                        "GET /slow | 6.6667 | 5 | 0 | 0 | 0.35 | 0.1 | p95 × 3.5",
                        "GET /busy | 10 | 2 | 0 | 0 | 0.1 | 0.1 | requests × 5.0",
                        "GET /fails | 16.6667 | 16.6667 | 0.06 | 0.01 | 0.1 | 0.1 | 5xx +5.0"
                                + " points",
                        "GET /gone | 0 | 0.8333 | ? | 0 | ? | 0.1 | gone",
                        "GET /new | 1 | 0 | 0 | ? | ? | ? | new");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "today | Find out why endpoints fail | GET /fails | error-surge",
                        "today | Find out why endpoints got slow | GET /slow | latency-drift",
                        "today | Ask whether these endpoints were removed on purpose | GET /gone"
                                + " | ");
    }

    @Test
    void weighsWindowsByTheirRequestsAndNamesTheWorst() throws IOException {
        Review review =
                new HandMade()
                        .window(0, "shop", "GET /", 90, 0, 0.1)
                        .window(10, "shop", "GET /", 10, 0, 1.1)
                        .window(20, "shop", "GET /", 10, 0, -1)
                        .window(20, "pay", "GET /", 50, 0, 0.3)
                        .window(20, "pay", "GET /rare", 19, 0, 9)
                        .review(folder);

        assertThat(HandMade.rows(review, "Slowest endpoints"))
                .containsExactly(
                        "pay: GET / | 50 | 0.3 | ? | 0.3", "shop: GET / | 110 | 0.2 | ? | 1.1");
    }

    @Test
    void keepsToOneServiceWhereAsked() throws IOException {
        Review review =
                Review.of(
                        new HandMade()
                                .window(0, "shop", "GET /", 90, 0, 0.1)
                                .window(20, "pay", "GET /", 50, 0, 0.3)
                                .alert(5, "brute-force", "high", "open", "address", "192.0.2.5")
                                .in(folder),
                        new Scope(HandMade.HOUR, "pay"));

        assertThat(review.figures().get(0).now().value()).isEqualTo(50);
        assertThat(HandMade.rows(review, "Slowest endpoints"))
                .containsExactly("GET / | 50 | 0.3 | ? | 0.3");
        assertThat(HandMade.section(review, "Alerts by outcome").rows()).isEmpty();
    }

    @Test
    void countsErrorsByTypeAndAsksForThoseThatAreNew() throws IOException {
        HandMade made = new HandMade().request(-3600, "192.0.2.1", "x");
        for (int i = 0; i < 10; i++) {
            made.error(i, "web-" + i % 2, i < 5 ? "GET /a" : null, "New::Error");
            made.error(i, "web-1", "GET /a", "Old::Error")
                    .error(i, "web-1", "GET /b", "Old::Error");
        }
        Review review = made.error(-1, "web-1", "GET /a", "Old::Error").review(folder);

        assertThat(HandMade.rows(review, "Top error types"))
                .containsExactly(
                        "Old::Error | 20 | 1 | 2 | 1 | 2026-11-21T12:00:09Z",
                        "New::Error | 10 | 0 | 1 | 2 | 2026-11-21T12:00:09Z");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "today | Look at errors that are new | New::Error (10) |"
                                + " unhandled-exceptions");
    }

    @Test
    void countsDeadLettersByReasonAndAsksAboutThemWhereTheyAreMany() throws IOException {
        HandMade made =
                new HandMade()
                        .request(-3600, "192.0.2.1", "x")
                        .window(0, "GET /", 198, 0, 0.1)
                        .letter(1, "web-1", "no format fits")
                        .letter(2, "web-2", "no format fits")
                        .letter(-2, "web-2", "no format fits");
        Review review = made.review(folder);
        assertThat(HandMade.rows(review, "Dead letters"))
                .containsExactly("no format fits | 2 | 1 | 1 | 2 | 2026-11-21T12:00:02Z");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "today | Find out why lines are not understood | 2 dead letters beside 198"
                                + " requests | unparsed-flood");

        Review fewer = made.window(20, "GET /", 1, 0, 0.1).review(folder);
        assertThat(HandMade.rows(fewer, "What to do next")).isEmpty();
    }

    @Test
    void saysThatNothingHappened() throws IOException {
        Review review = new HandMade().window(-5000, "GET /", 1, 0, 0.1).review(folder);
        assertThat(review.isEmpty()).isTrue();
        assertThat(review.sections()).allMatch(section -> section.rows().isEmpty());
        assertThat(review.sections()).noneMatch(section -> section.note().isEmpty());
    }
}
