package io.pumasentinel.job.alert;

import static io.pumasentinel.event.AlertStatus.CLOSED;
import static io.pumasentinel.event.AlertStatus.ONGOING;
import static io.pumasentinel.event.AlertStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.Evidence;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentKeeperTest {
    private Incident incident;

    @BeforeEach
    void begin() throws Exception {
        incident = new Incident(Findings.assembler(60, 10));
    }

    @Test
    void oneIncidentIsOneAlertThatOpensAndCloses() {
        incident.then(Findings.at("low", 100)).quietUntil(1000);

        assertThat(incident.told()).extracting(Alert::status).containsExactly(OPEN, CLOSED);
        assertThat(incident.told()).extracting(Alert::version).containsExactly(1L, 2L);
        assertThat(incident.told()).extracting(Alert::id).containsOnly(onlyId());
        assertThat(incident.told()).extracting(Alert::transition).containsOnly(true);
        assertThat(incident.isOver()).isTrue();
        assertThat(incident.timers()).isZero();
    }

    @Test
    void movedCountsAreToldAtMostEveryTenSeconds() {
        incident.then(Findings.everySecond("low", 100, 145));

        assertThat(incident.told())
                .extracting(Alert::count)
                .containsExactly(1L, 11L, 21L, 31L, 41L);
        assertThat(incident.told())
                .extracting(Alert::status)
                .containsExactly(OPEN, ONGOING, ONGOING, ONGOING, ONGOING);
        assertThat(incident.told())
                .extracting(Alert::transition)
                .containsExactly(true, false, false, false, false);
        assertThat(onlyId()).isNotEmpty();
    }

    @Test
    void countsThatMovedAreToldTenSecondsLaterEvenIfNothingFollows() {
        incident.then(Findings.at("low", 100)).then(Findings.at("low", 103)).quietUntil(115);

        assertThat(incident.told()).extracting(Alert::count).containsExactly(1L, 2L);
    }

    @Test
    void aNewPartIsToldAtOnceAndIsATransition() {
        incident.then(Findings.at("low", 100))
                .then(Findings.at("low", 101))
                .then(Findings.at("high", 102));

        assertThat(incident.told()).extracting(Alert::ruleId).containsExactly("low", "high");
        assertThat(incident.told()).extracting(Alert::transition).containsExactly(true, true);
        incident.then(Findings.at("high", 103)).quietUntil(115);
        assertThat(incident.told().get(2).transition()).isFalse();
    }

    @Test
    void versionsOnlyGrow() {
        incident.then(Findings.everySecond("low", 100, 150))
                .then(Findings.at("high", 150))
                .then(Findings.everySecond("medium", 151, 180))
                .quietUntil(1000);

        List<Long> versions = incident.told().stream().map(Alert::version).toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().startsWith(1L);
        assertThat(versions).hasSize(versions.get(versions.size() - 1).intValue());
    }

    @Test
    void aFindingAfterTheCooldownBeginsAnotherIncident() {
        incident.then(Findings.at("low", 100)).then(Findings.at("low", 161)).quietUntil(1000);

        assertThat(incident.told())
                .extracting(Alert::status)
                .containsExactly(OPEN, CLOSED, OPEN, CLOSED);
        assertThat(incident.told()).extracting(Alert::version).containsExactly(1L, 2L, 1L, 2L);
        assertThat(incident.told().get(2).id()).isNotEqualTo(incident.told().get(0).id());
        assertThat(incident.told().get(2).count()).isEqualTo(1);
    }

    @Test
    void aFindingWithinTheCooldownKeepsItOpen() {
        incident.then(Findings.at("low", 100)).then(Findings.at("low", 160)).quietUntil(219);

        assertThat(incident.told()).extracting(Alert::status).containsExactly(OPEN, ONGOING);
        incident.quietUntil(221);
        assertThat(incident.told()).last().extracting(Alert::status).isEqualTo(CLOSED);
    }

    @Test
    void theCloseTellsEverything() {
        incident.then(Findings.everySecond("low", 100, 109)).quietUntil(1000);

        Alert closed = incident.told().get(incident.told().size() - 1);
        assertThat(closed.count()).isEqualTo(9);
        assertThat(closed.evidence()).extracting(Evidence::timestampMillis).contains(108_000L);
        assertThat(closed.endMillis()).isEqualTo(108_000);
    }

    @Test
    void theEndOfTheInputClosesNothingButTellsCountsThatMoved() {
        incident.then(Findings.at("low", 100)).then(Findings.at("low", 103)).ends();

        assertThat(incident.told()).extracting(Alert::status).containsExactly(OPEN, ONGOING);
        assertThat(incident.told()).extracting(Alert::count).containsExactly(1L, 2L);
        assertThat(incident.isOver()).isTrue();
        assertThat(incident.timers()).isZero();
    }

    @Test
    void theEndOfTheInputRepeatsNothing() {
        incident.then(Findings.at("low", 100)).ends();

        assertThat(incident.told()).extracting(Alert::status).containsExactly(OPEN);
    }

    /** Id and index follow from the start. */
    @Test
    void aLateFindingJoinsWithoutMovingStartOrEnd() {
        incident.then(Findings.at("low", 130)).then(Findings.at("high", 100));

        Alert alert = incident.told().get(1);
        assertThat(alert.id()).isEqualTo(onlyId());
        assertThat(alert.startMillis()).isEqualTo(130_000);
        assertThat(alert.endMillis()).isEqualTo(130_000);
    }

    @Test
    void aFloodKeepsTwoTimers() {
        for (int second = 0; second < 20_000; second++) {
            incident.then(Findings.at("low", second));
            assertThat(incident.timers()).isBetween(1, 2);
        }
        assertThat(incident.told()).hasSize(2000);
        incident.quietUntil(20_061);
        assertThat(incident.timers()).isZero();
    }

    private String onlyId() {
        List<String> ids = incident.told().stream().map(Alert::id).distinct().toList();
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }
}
