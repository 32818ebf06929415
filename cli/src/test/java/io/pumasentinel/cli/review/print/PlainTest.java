package io.pumasentinel.cli.review.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.review.Cell;
import io.pumasentinel.cli.review.Figure;
import io.pumasentinel.cli.review.Unit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234567; COUNT; 1,234,567",
                "0; COUNT; 0",
                "0.5; PER_MINUTE; 0.50/min",
                "2235.2; PER_MINUTE; 2,235/min",
                "0; PER_MINUTE; 0/min",
                "0.00673; SHARE; 0.67 %",
                "0; SHARE; 0 %",
                "1; SHARE; 100.00 %",
                "0.0007; SECONDS; 0.7 ms",
                "0.6619; SECONDS; 661.9 ms",
                "2.034; SECONDS; 2.03 s",
                "NaN; SECONDS; –",
                "Infinity; SHARE; –"
            })
    void writesNumbersWithTheirUnits(double value, Unit unit, String text) {
        assertThat(Plain.of(new Cell.Quantity(value, unit))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "115; 100; COUNT; +15 %",
                "50; 100; COUNT; -50 %",
                "7; 7; COUNT; as before",
                "0.0739; 0.0236; SHARE; +5.03 points",
                "0.01; 0; SHARE; +1.00 points"
            })
    void writesChanges(double now, double before, Unit unit, String text) {
        assertThat(Plain.change(figure(now, before, unit))).isEqualTo(text);
    }

    @Test
    void writesNoChangeWhereThereIsNothingToCompareWith() {
        assertThat(Plain.change(figure(5, 0, Unit.COUNT))).isEmpty();
        assertThat(Plain.change(figure(5, Double.NaN, Unit.COUNT))).isEmpty();
        assertThat(Plain.change(figure(Double.NaN, 5, Unit.SHARE))).isEmpty();
    }

    @Test
    void cutsNoCharacterInTwo() {
        String cats = "\ud83d\udc08".repeat(200);
        assertThat(Plain.text(cats)).isEqualTo("\ud83d\udc08".repeat(160) + "…");
    }

    @Test
    void writesTimesInUtcToTheSecond() {
        assertThat(Plain.time(Instant.parse("2026-11-21T21:25:39.900Z")))
                .isEqualTo("2026-11-21 21:25:39");
    }

    private static Figure figure(double now, double before, Unit unit) {
        return new Figure("f", new Cell.Quantity(now, unit), new Cell.Quantity(before, unit));
    }
}
