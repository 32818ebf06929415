package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections that alerts alone make. */
class AlertsOfReviewTest {
    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void countsAlertsByLevelAndOutcomeAndThoseOfTheSpanBefore() throws IOException {
        Review review =
                recorded()
                        .alert(-60, "brute-force", "medium", "closed", "address", "192.0.2.1")
                        .alert(0, "brute-force", "medium", "open", "address", "192.0.2.1")
                        .alert(60, "brute-force", "medium", "closed", "address", "192.0.2.2")
                        .alert(61, "scan-then-hit", "critical", "ongoing", "address", "192.0.2.3")
                        .handled(62, "error-burst", "high", "acknowledged", "192.0.2.9")
                        .alert(63, "error-burst", "high", "handed-over", "endpoint", "GET /a")
                        .alert(3600, "error-burst", "high", "open", "endpoint", "GET /late")
                        .review(folder);

        assertThat(HandMade.section(review, "Alerts by outcome").columns())
                .containsExactly(
                        "Level",
                        "Alerts",
                        "Open",
                        "Ongoing",
                        "Acknowledged",
                        "Closed",
                        "Handed-over",
                        "By a person",
                        "Before");
        assertThat(HandMade.rows(review, "Alerts by outcome"))
                .containsExactly(
                        "critical | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0",
                        "high | 2 | 0 | 0 | 1 | 0 | 1 | 1 | 0",
                        "medium | 2 | 1 | 0 | 0 | 1 | 0 | 0 | 1",
                        "all | 5 | 1 | 1 | 1 | 1 | 1 | 1 | 1");
    }

    @Test
    void listsWhatNobodyAttendedToWorstFirstAndAsksForIt() throws IOException {
        Review review =
                recorded()
                        .alert(5, "brute-force", "medium", "open", "address", "192.0.2.1")
                        .alert(9, "scan-then-hit", "critical", "ongoing", "address", "192.0.2.3")
                        .alert(7, "scan-then-hit", "critical", "closed", "address", "192.0.2.4")
                        .alert(8, "error-burst", "high", "open", "endpoint", "GET /a")
                        .alert(9, "error-burst", "high", "open", "endpoint", "GET /b")
                        .review(folder);

        assertThat(HandMade.rows(review, "Alerts that wait for somebody"))
                .containsExactly(
                        "critical | 2026-11-21T12:00:09Z | Title of scan-then-hit | 192.0.2.3 |"
                                + " shop | ongoing | 2abcdefg | scan-then-hit",
                        "high | 2026-11-21T12:00:08Z | Title of error-burst | GET /a | shop | open"
                                + " | 4abcdefg | error-burst",
                        "high | 2026-11-21T12:00:09Z | Title of error-burst | GET /b | shop | open"
                                + " | 5abcdefg | error-burst",
                        "medium | 2026-11-21T12:00:05Z | Title of brute-force | 192.0.2.1 | shop |"
                                + " open | 1abcdefg | brute-force");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "now | Attend to: Title of scan-then-hit | 1 alert waiting, about 192.0.2.3"
                                + " | scan-then-hit",
                        "today | Attend to: Title of error-burst | 2 alerts waiting, about GET /a,"
                                + " GET /b | error-burst");
    }

    @Test
    void saysOfANoisyRuleWhetherOneEntityMakesTheNoise() throws IOException {
        HandMade made = recorded();
        for (int i = 0; i < 6; i++) {
            String entity = i < 4 ? "GET /same" : "GET /" + i;
            made.handled(i, "latency-drift", "low", "closed", entity);
            made.alert(i, "brute-force", "medium", "open", "address", "192.0.2." + i);
        }
        made.alert(9, "error-burst", "high", "closed", "endpoint", "GET /");
        Review review =
                made.alert(-9, "brute-force", "medium", "closed", "address", "x").review(folder);

        assertThat(HandMade.rows(review, "Noisiest rules"))
                .containsExactly(
                        "brute-force | medium | 6 | 0.4615 | 1 | 6 | 0 | many entities: is the"
                                + " threshold too low? | brute-force",
                        "latency-drift | low | 6 | 0.4615 | 0 | 3 | 6 | most are about GET /same:"
                                + " repair it, or leave it out of the rule | latency-drift",
                        "error-burst | high | 1 | 0.0769 | 0 | 1 | 0 |  | error-burst");
        assertThat(HandMade.rows(review, "What to do next"))
                .anyMatch(
                        row -> row.startsWith("this week | Tune the rule latency-drift | 6 alerts"))
                .noneMatch(row -> row.contains("Tune the rule error-burst"));
    }

    @Test
    void listsEverySilenceByTheTimeAtWhichItWasNoticed() throws IOException {
        Review review =
                recorded()
                        .alert(90, "service-silent", "high", "closed", "service", "shop")
                        .alert(30, "host-silent", "medium", "closed", "host", "web-2")
                        .alert(10, "error-burst", "high", "closed", "endpoint", "GET /")
                        .review(folder);

        assertThat(HandMade.rows(review, "Silence"))
                .containsExactly(
                        "2026-11-21T12:00:30Z | Title of host-silent | web-2 | shop | closed |"
                                + " host-silent",
                        "2026-11-21T12:01:30Z | Title of service-silent | shop | shop | closed |"
                                + " service-silent");
        assertThat(HandMade.rows(review, "What to do next"))
                .containsExactly(
                        "today | Make sure that the silent talk again | web-2, shop | host-silent");
    }

    @Test
    void knowsEveryShippedRuleThatTellsOfSilence() {
        Set<String> telling =
                RuleLoader.shipped().stream()
                        .filter(rule -> rule.text().contains("\nsignal: silence."))
                        .map(RuleSource::file)
                        .filter(file -> !file.contains("/base/"))
                        .map(file -> file.split("/")[2])
                        .collect(Collectors.toSet());
        assertThat(Silence.RULES).containsAll(telling).contains("service-silent");
    }

    private static HandMade recorded() {
        return new HandMade().window(-3700, "GET /", 1, 0, 0.01);
    }
}
