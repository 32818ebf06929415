package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestBaselineRingTest {

    @Test
    void takesTheLastVersionWhoseWindowEndedMoreThanFifteenSecondsAgo() {
        RequestBaselineRing ring = new RequestBaselineRing();
        assertThat(ring.at(Long.MAX_VALUE)).isNull();
        for (long end = 10_000; end <= 60_000; end += 10_000) {
            ring.push(version(end));
        }

        assertThat(endAt(ring, 55_000)).isEqualTo(30_000);
        assertThat(endAt(ring, 55_001)).isEqualTo(40_000);
        assertThat(endAt(ring, 75_000)).isEqualTo(50_000);
        assertThat(endAt(ring, 75_001)).isEqualTo(60_000);
        assertThat(endAt(ring, 999_999)).isEqualTo(60_000);
    }

    @Test
    void hasNoAnswerForTimesBeforeItsOldestVersion() {
        RequestBaselineRing ring = new RequestBaselineRing();
        for (long end = 10_000; end <= 100_000; end += 10_000) {
            ring.push(version(end));
        }
        assertThat(ring.versions).hasSize(RequestBaselineRing.MOST_VERSIONS);
        assertThat(ring.at(70_000 + 15_000)).isNull();
        assertThat(endAt(ring, 70_000 + 15_001)).isEqualTo(70_000);
    }

    private static long endAt(RequestBaselineRing ring, long timestampMillis) {
        RequestBaseline version = ring.at(timestampMillis);
        return version == null ? -1 : version.windowEndMillis;
    }

    private static RequestBaseline version(long endMillis) {
        RequestBaseline version = new RequestBaseline();
        version.windowEndMillis = endMillis;
        return version;
    }
}
