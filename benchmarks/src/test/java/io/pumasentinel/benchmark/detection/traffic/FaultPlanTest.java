package io.pumasentinel.benchmark.detection.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final long FROM = Duration.ofDays(2).toMillis();
    private static final long TO = Duration.ofDays(8).toMillis();
    private static final int REPEATS = 12;

    private final List<Endpoint> endpoints = Service.endpoints(1);
    private final List<Fault> faults = FaultPlan.plan(endpoints, FROM, TO, REPEATS, 1);

    @Test
    void everyKindComesEquallyOftenWithinTheTime() {
        for (FaultKind kind : FaultKind.values()) {
            assertThat(faults).filteredOn(fault -> fault.kind() == kind).hasSize(REPEATS);
        }
        assertThat(faults)
                .allMatch(fault -> fault.startMillis() >= FROM && fault.endMillis() <= TO);
    }

    @Test
    void faultsOfAnEndpointAreMoreThanAnHourApart() {
        for (Endpoint endpoint : endpoints) {
            long end = 0;
            for (Fault fault : faults) {
                if (fault.endpoint().equals(endpoint)) {
                    assertThat(fault.startMillis() - end).isGreaterThan(3_600_000);
                    end = fault.endMillis();
                }
            }
        }
    }

    @Test
    void theSeedDecides() {
        assertThat(FaultPlan.plan(endpoints, FROM, TO, REPEATS, 1)).isEqualTo(faults);
        assertThat(FaultPlan.plan(endpoints, FROM, TO, REPEATS, 2)).isNotEqualTo(faults);
    }

    @Test
    void tooManyFaultsForTheTimeAreAnError() {
        long oneSlot = FROM + Duration.ofHours(8).toMillis();
        assertThatThrownBy(() -> FaultPlan.plan(endpoints, FROM, oneSlot, REPEATS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days: too few for the faults");
    }
}
