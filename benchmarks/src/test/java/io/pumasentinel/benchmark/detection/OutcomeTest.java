package io.pumasentinel.benchmark.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.benchmark.detection.traffic.Endpoint;
import io.pumasentinel.benchmark.detection.traffic.Fault;
import io.pumasentinel.benchmark.detection.traffic.FaultKind;
import io.pumasentinel.benchmark.detection.traffic.Service;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final long MINUTE = 60_000;

    private final Endpoint endpoint = Service.endpoints(1).get(7);

    /** From minute 100 to minute 120. */
    private final Fault fault = new Fault(FaultKind.LATENCY_UP, endpoint, 100 * MINUTE, true);

    @Test
    void anAlertWhileTheFaultLastsFindsIt() {
        Outcome outcome = outcome(103);
        assertThat(outcome.found()).containsEntry(fault, alert(103));
        assertThat(outcome.falseAlerts()).isZero();
        assertThat(outcome.medianSeconds(Fault::mustFind)).isEqualTo(180);
    }

    @Test
    void thePoolThatTheFaultEndedInMayStillFindIt() {
        assertThat(outcome(125).found()).containsKey(fault);
        assertThat(outcome(126).found()).isEmpty();
    }

    @Test
    void anAlertAboutTheReturnIsNeitherFoundNorFalse() {
        assertThat(outcome(150).found()).isEmpty();
        assertThat(outcome(150).falseAlerts()).isZero();
        assertThat(outcome(151).falseAlerts()).isEqualTo(1);
    }

    @Test
    void anAlertBeforeTheFaultIsFalseAndFindsNothing() {
        assertThat(outcome(99).falseAlerts()).isEqualTo(1);
        assertThat(outcome(99).found()).isEmpty();
    }

    @Test
    void anotherEndpointsAlertIsFalse() {
        List<Alert> alerts = List.of(new Alert(endpoint.number() + 1, 103 * MINUTE, ""));
        assertThat(Outcome.of(alerts, List.of(fault)).falseAlerts()).isEqualTo(1);
    }

    @Test
    void theFirstAlertTellsTheDelay() {
        assertThat(outcome(103, 119).found()).containsEntry(fault, alert(103));
    }

    private Outcome outcome(long... minutes) {
        List<Alert> alerts = Arrays.stream(minutes).mapToObj(minute -> alert(minute)).toList();
        return Outcome.of(alerts, List.of(fault));
    }

    private Alert alert(long minute) {
        return new Alert(endpoint.number(), minute * MINUTE, "");
    }
}
