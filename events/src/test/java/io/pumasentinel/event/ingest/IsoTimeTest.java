package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    private static final long SEED = 20261126;

    @Test
    void agreesWithTheJdkOnTimesOfFourCenturiesInEveryZone() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            Instant at =
                    Instant.ofEpochSecond(
                            random.nextLong(0, 12_622_780_800L), random.nextInt(1_000_000_000));
            var zone = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60 + 1) - 18 * 60));
            OffsetDateTime there = at.atOffset(zone);
            if (there.getYear() < 1970) {
                continue;
            }
            String text =
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            there.withSecond(at.atOffset(zone).getSecond()));
            if (text.length() < 20) {
                continue;
            }
            assertThat(IsoTime.millis(text))
                    .as("seed %d: %s", SEED, text)
                    .isEqualTo(at.toEpochMilli());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T19:34:51.5Z",
                "2026-11-21 19:34:51,5Z",
                "2026-11-21T20:34:51.500+0100",
                "2026-11-21T20:34:51.500999+01:00",
            })
    void readsEveryWayToWriteIt(String text) {
        assertThat(IsoTime.millis(text))
                .isEqualTo(Instant.parse("2026-11-21T19:34:51.5Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T19:34:51.5",
                "2026-11-21T19:34:51+1:00",
                "2026-11-21T19:34:51+25:00",
                "2026-02-29T19:34:51Z",
                "2026-13-01T19:34:51Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T19:60:51Z",
                "1969-12-31T23:59:59Z",
                "2026-11-21X19:34:51Z",
                "20x6-11-21T19:34:51Z",
                "2026-11-21T19:34:51.123456789123456789123Z",
            })
    void refusesWhatIsNone(String text) {
        assertThat(IsoTime.millis(text)).isEqualTo(LogTime.NONE);
    }
}
