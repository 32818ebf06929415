package io.pumasentinel.benchmark.detection.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarksTest {
    private static final double EXACT = 1e-6;

    /** Rows 50 to 59 of 100 are a window of width 10. */
    private final Marks marks = Marks.of(Rows.series(100, new NabSeries.Window(50, 59)));

    @Test
    void theFirstRowOfAWindowIsWorthOne() {
        assertThat(marks.worth()[50]).isEqualTo(1);
        assertThat(marks.window()[50]).isEqualTo(0);
    }

    @Test
    void theLastRowOfAWindowIsWorthAQuarter() {
        // S(-1/10)/S(-1) = 0.2449187/0.9866143
        assertThat(marks.worth()[59]).isCloseTo(0.2482416, within(EXACT));
        assertThat(marks.window()[59]).isEqualTo(0);
        assertThat(marks.window()[60]).isEqualTo(Marks.OUTSIDE);
    }

    @Test
    void aRowSoonAfterAWindowCostsAPartOfAFalsePositive() {
        // S(1/9) = 2/(1 + e^0.5555556) - 1
        assertThat(marks.worth()[60]).isCloseTo(-0.2708473, within(EXACT));
        // S(9/9) = -S(-1)
        assertThat(marks.worth()[68]).isCloseTo(-0.9866143, within(EXACT));
    }

    @Test
    void aRowFarFromAWindowCostsAWholeOne() {
        assertThat(marks.worth()[0]).isEqualTo(-1);
        assertThat(marks.worth()[86]).isGreaterThan(-1);
        assertThat(marks.worth()[87]).isEqualTo(-1);
    }

    @Test
    void theFirstRowsAreProbation() {
        assertThat(marks.probation()).isEqualTo(15);
        assertThat(Marks.of(Rows.series(30)).probation()).isEqualTo(4);
        assertThat(Marks.of(Rows.series(20_000)).probation()).isEqualTo(750);
    }

    @Test
    void aWindowInsideProbationIsOutOfReach() {
        Marks two =
                Marks.of(
                        Rows.series(100, new NabSeries.Window(2, 9), new NabSeries.Window(12, 20)));
        assertThat(two.windows()).isEqualTo(2);
        assertThat(two.reachable()).isEqualTo(1);
    }
}
