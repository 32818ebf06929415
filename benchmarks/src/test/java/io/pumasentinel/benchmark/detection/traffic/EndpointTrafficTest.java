package io.pumasentinel.benchmark.detection.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.pumasentinel.baseline.WindowCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTrafficTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /** Ten requests a second, all day alike. */
    private final Endpoint steady =
            new Endpoint(
                    3,
                    Habit.PEOPLE,
                    10,
                    DailyShape.FLAT,
                    new LatencyLaw(0.1, 0.5, 0),
                    0.02,
                    0.01,
                    2000);

    @Test
    void aDayHasTheRatesLatenciesAndErrorsOfItsEndpoint() {
        WindowCounts day = sum(steady, List.of(), 0, DAY);
        // The wandering rate raises the mean by half its variance, 0.7 %.
        assertThat((double) day.count).isCloseTo(864_000, withinPercentage(4));
        assertThat((double) day.latency.quantileNanos(0.5)).isCloseTo(1e8, withinPercentage(4));
        double p95 = 1e8 * Math.exp(1.645 * 0.5);
        assertThat((double) day.latency.quantileNanos(0.95)).isCloseTo(p95, withinPercentage(6));
        // The shares' scatter raises their means by 4.6 %.
        assertThat((double) day.errors4xx / day.count).isCloseTo(0.0209, withinPercentage(5));
        assertThat((double) day.errors5xx / day.count).isCloseTo(0.01046, withinPercentage(5));
    }

    @Test
    void countsScatterMoreThanPoissons() {
        EndpointTraffic traffic = new EndpointTraffic(steady, List.of(), 1);
        double sum = 0;
        double squares = 0;
        int windows = 8640;
        for (int i = 0; i < windows; i++) {
            double count = (double) traffic.next(i * EndpointTraffic.WINDOW_MILLIS).count;
            sum += count;
            squares += count * count;
        }
        double mean = sum / windows;
        double dispersion = (squares / windows - mean * mean) / mean;
        // 1 + mean·wander² = 1 + 100·0.0144
        assertThat(dispersion).isBetween(1.9, 3.0);
    }

    @Test
    void theSameSeedGivesTheSameWindows() {
        EndpointTraffic once = new EndpointTraffic(steady, List.of(), 5);
        EndpointTraffic again = new EndpointTraffic(steady, List.of(), 5);
        for (long at = 0; at < HOUR; at += EndpointTraffic.WINDOW_MILLIS) {
            assertThat(once.next(at)).usingRecursiveComparison().isEqualTo(again.next(at));
        }
    }

    @Test
    void aDropoutHasNoRequests() {
        Fault fault = new Fault(FaultKind.DROPOUT, steady, HOUR, true);
        assertThat(sum(steady, List.of(fault), HOUR, fault.endMillis()).count).isZero();
        assertThat(sum(steady, List.of(fault), 0, HOUR).count).isPositive();
    }

    @Test
    void aLatencyFaultHasItsFactor() {
        Fault fault = new Fault(FaultKind.LATENCY_UP_MUCH, steady, HOUR, true);
        WindowCounts faulty = sum(steady, List.of(fault), HOUR, fault.endMillis());
        assertThat((double) faulty.latency.quantileNanos(0.5)).isCloseTo(5e8, withinPercentage(20));
    }

    @Test
    void failuresComeOnTopAndFast() {
        Fault fault = new Fault(FaultKind.FAST_FAILURES, steady, HOUR, true);
        WindowCounts faulty = sum(steady, List.of(fault), HOUR, fault.endMillis());
        double expected = 0.3 + 0.7 * 0.0105;
        assertThat((double) faulty.errors5xx / faulty.count)
                .isCloseTo(expected, withinPercentage(5));
        // At most the lower quartile of the others, whether failures are counted among them or not.
        assertThat((double) faulty.latency.quantileNanos(0.25))
                .isLessThan(1.2 * 1e8 * Math.exp(-0.674 * 0.5));
    }

    @Test
    void aHealthCheckComesExactly() {
        Endpoint check =
                new Endpoint(
                        4,
                        Habit.CONSTANT,
                        0.5,
                        DailyShape.FLAT,
                        new LatencyLaw(0.003, 0.1, 0),
                        0,
                        0,
                        500);
        assertThat(sum(check, List.of(), 0, HOUR).count).isEqualTo(1800);
    }

    private static WindowCounts sum(Endpoint endpoint, List<Fault> faults, long from, long to) {
        EndpointTraffic traffic = new EndpointTraffic(endpoint, faults, 1);
        WindowCounts sum = new WindowCounts();
        for (long at = from; at < to; at += EndpointTraffic.WINDOW_MILLIS) {
            sum.merge(traffic.next(at));
        }
        return sum;
    }
}
