package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.review.source.FileReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections about who came: addresses, agents, sign-ins. */
class ClientsOfReviewTest {
    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void ranksAddressesByTheirWorstAlertThenByAttacksThenByProbes() throws IOException {
        HandMade made = new HandMade();
        for (int i = 0; i < 10; i++) {
            made.request(i, "192.0.2.10", "x", "probe.not_found");
            made.request(i, "192.0.2.9", "x", i == 0 ? "server.error" : "probe.not_found");
        }
        Review review =
                made.request(20, "192.0.2.2", "x", "attack.sqli", "probe.not_found")
                        .request(21, "192.0.2.2", "x", "attack.sqli")
                        .request(22, "192.0.2.2", "x", "probe.sensitive", "auth.failure")
                        .request(-1, "192.0.2.2", "x", "attack.sqli")
                        .alert(5, "scan-then-hit", "critical", "open", "address", "192.0.2.5")
                        .alert(6, "brute-force", "medium", "open", "address", "192.0.2.5")
                        .alert(7, "error-burst", "high", "open", "endpoint", "GET /")
                        .review(folder);

        assertThat(HandMade.rows(review, "Suspicious addresses"))
                .containsExactly(
                        "192.0.2.5 | 2 | critical | 0 | 0 | 0 |  | 2026-11-21T12:00:06Z",
                        "192.0.2.2 | 0 |  | 2 | 1 | 1 | attack.sqli 2, probe.not_found 1,"
                                + " probe.sensitive 1 | 2026-11-21T12:00:22Z",
                        "192.0.2.10 | 0 |  | 0 | 10 | 1 | probe.not_found 10 |"
                                + " 2026-11-21T12:00:09Z");
    }

    @Test
    void saysOfAnAgentWhichShareOfItsRequestsIsSuspicious() throws IOException {
        Review review =
                new HandMade()
                        .request(1, "192.0.2.1", "sqlmap/1.8", "attack.sqli", "probe.scanner")
                        .request(2, "192.0.2.2", "sqlmap/1.8", "probe.scanner")
                        .request(3, "192.0.2.3", "Mozilla/5.0", "probe.not_found")
                        .request(4, "192.0.2.3", "Mozilla/5.0")
                        .request(5, "192.0.2.4", "Mozilla/5.0")
                        .request(6, "192.0.2.4", "curl/8")
                        .review(folder);

        assertThat(HandMade.rows(review, "Suspicious agents"))
                .containsExactly(
                        "sqlmap/1.8 | 2 | 2 | 1 | 1 | 2 | probe.scanner 2, attack.sqli 1 |"
                                + " 2026-11-21T12:00:02Z",
                        "Mozilla/5.0 | 3 | 1 | 0.3333 | 0 | 2 | probe.not_found 1 |"
                                + " 2026-11-21T12:00:05Z");
    }

    @Test
    void countsSignInsByOutcomeAddressAndAccount() throws IOException {
        HandMade made = new HandMade();
        for (int i = 0; i < 10; i++) {
            made.signIn(i, "192.0.2.1", i % 2 == 0 ? "ann" : "bob", "failure");
        }
        Review review =
                made.signIn(11, "192.0.2.1", "bob", "success")
                        .signIn(12, "192.0.2.2", "", "failure")
                        .signIn(13, "192.0.2.3", "eve", "success")
                        .signIn(14, "192.0.2.3", "eve", "attempt")
                        .signIn(-5, "192.0.2.3", "eve", "success")
                        .signIn(-3700, "192.0.2.3", "eve", "success")
                        .review(folder);

        assertThat(HandMade.rows(review, "Sign-in attempts"))
                .containsExactly(
                        "accepted | 2 | 0.1429 | 1",
                        "refused | 11 | 0.7857 | 0",
                        "unknown | 1 | 0.0714 | 0");
        assertThat(HandMade.rows(review, "Refused sign-ins by address"))
                .containsExactly(
                        "192.0.2.1 | 10 | 1 | 2 | 2026-11-21T12:00:11Z",
                        "192.0.2.2 | 1 | 0 | 0 | 2026-11-21T12:00:12Z");
        assertThat(HandMade.rows(review, "Refused sign-ins by account"))
                .containsExactly(
                        "ann | 5 | 0 | 1 | 2026-11-21T12:00:08Z",
                        "bob | 5 | 1 | 1 | 2026-11-21T12:00:11Z");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "today | See whether a guess hit | refused ten times or more, and accepted:"
                                + " 192.0.2.1 | brute-force-then-success");
    }

    @Test
    void asksForAPresetWhereNoSignInHasAnOutcome() throws IOException {
        Review review = new HandMade().signIn(1, "192.0.2.1", "", "attempt").review(folder);
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "this week | Say how sign-ins end: ingest.auth-preset | 1 sign-in, all of"
                                + " unknown outcome | sign-in-flood");
    }

    @Test
    void saysWhatItCannotKnowWithoutEvents() throws IOException {
        HandMade made =
                new HandMade().alert(5, "brute-force", "high", "open", "address", "192.0.2.5");
        made.in(folder).close();
        Files.delete(folder.resolve("events.ndjson"));
        Review review = Review.of(new FileReview(folder), new Scope(HandMade.HOUR, null));

        for (String title :
                new String[] {"Suspicious agents", "Sign-in attempts", "Top error types"}) {
            assertThat(HandMade.section(review, title).note())
                    .isEqualTo("Not known: events.ndjson is not there; run analyze with --events.");
        }
        assertThat(HandMade.rows(review, "Suspicious addresses"))
                .containsExactly("192.0.2.5 | 1 | high | ? | ? | ? |  | 2026-11-21T12:00:05Z");
    }

    @Test
    void doesNotTakeAMissingAgentForAnInnocentOne() throws IOException {
        Review review = new HandMade().signIn(1, "192.0.2.1", "", "failure").review(folder);
        assertThat(HandMade.section(review, "Suspicious agents").note())
                .isEqualTo("No request names its agent; Puma's own line never does.");
    }
}
