package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts with an upper bound. */
class RangeTest {
    private final CorrelatorState state = new CorrelatorState();
    private final List<Finding> found = new ArrayList<>();

    @Test
    void aCountOnItsWayThroughARangeAndBackIsNotInside() {
        var correlator =
                counting(Plans.count("some", 60, Bounds.between(3, 9), true, "auth-failure"));
        for (int second = 100; second < 150; second++) {
            at(correlator, second, failures(second, 1));
        }
        for (int second = 158; second < 209; second += 10) {
            at(correlator, second, failures(second, 1));
            assertThat(state.dueMillis).isEqualTo(Long.MIN_VALUE);
        }
        at(correlator, 257, failures(257, 3));
        assertThat(state.dueMillis).as("the window at 198 had eleven").isEqualTo(Long.MIN_VALUE);
        at(correlator, 258, failures(258, 1));
        assertThat(state.dueMillis).isEqualTo(317_000);
        assertThat(found).isEmpty();
        at(correlator, 317);
        assertThat(found).singleElement().extracting(Finding::count).isEqualTo(5L);
    }

    @Test
    void aRangeHoldsOneTimespanLaterWithAllThatJoinedIt() {
        var correlator =
                counting(Plans.count("some", 60, Bounds.between(3, 9), true, "auth-failure"));
        at(correlator, 100, failures(100, 3));
        at(correlator, 150, failures(150, 4));
        at(correlator, 159);
        assertThat(found)
                .singleElement()
                .satisfies(f -> assertThat(f.count()).isEqualTo(7))
                .satisfies(f -> assertThat(f.firstMillis()).isEqualTo(100_000))
                .satisfies(f -> assertThat(f.timestampMillis()).isEqualTo(159_000))
                .satisfies(f -> assertThat(f.evidence()).hasSize(2));
    }

    private static SlidingCorrelator counting(CountingRule rule) {
        return new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
    }

    private void at(SlidingCorrelator correlator, long second, SignalSum... sums) {
        correlator.advance(state, second * 1000, List.of(sums), found::add);
    }

    private static SignalSum failures(long second, long count) {
        return Sums.events("auth-failure", "203.0.113.9", second, count, second * 100);
    }
}
