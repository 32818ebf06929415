package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final double JOB = 5;

    private final Schedule schedule = new Schedule();

    @Test
    void knowsANightlyJobFromTheThirdNightOn() {
        for (int night = 0; night < 30; night++) {
            long jitter = (night % 5 - 2) * MINUTE;
            boolean known = job(night * DAY + 3 * HOUR + jitter, 3 * MINUTE, JOB);
            assertThat(known).as("night %d", night).isEqualTo(night >= 2);
        }
    }

    @Test
    void knowsAnHourlyJobFromTheFourthHourOnEvenIfOneIsLeftOut() {
        for (int hour = 0; hour < 48; hour++) {
            if (hour != 20) {
                boolean known = job(hour * HOUR + 5 * MINUTE, 2 * MINUTE, JOB);
                assertThat(known).as("hour %d", hour).isEqualTo(hour >= 3);
            }
        }
    }

    @Test
    void knowsAJobOfMondays() {
        assertThat(job(0, MINUTE, JOB)).isFalse();
        assertThat(job(7 * DAY, MINUTE, JOB)).isFalse();
        assertThat(job(14 * DAY, MINUTE, JOB)).isTrue();
    }

    @Test
    void forgetsAJobThatStaysAwayForMoreThanAWeek() {
        nights(0, 5);
        assertThat(job(13 * DAY + 3 * HOUR, MINUTE, JOB)).isFalse();
    }

    @Test
    void tellsOfAFloodAtTheTimeOfTheJob() {
        nights(0, 10);
        long start = 10 * DAY + 3 * HOUR;
        assertThat(schedule.rises(start, 10 * SECOND, JOB, true)).isTrue();
        assertThat(schedule.rises(start + 10 * SECOND, 10 * SECOND, 3 * JOB, true)).isFalse();
    }

    @Test
    void tellsOfARiseThatOutlastsTheJob() {
        nights(0, 10);
        long start = 10 * DAY + 3 * HOUR;
        boolean[] known = new boolean[60];
        for (int minute = 0; minute < known.length; minute++) {
            known[minute] = schedule.rises(start + minute * MINUTE, MINUTE, JOB, true);
        }
        assertThat(known[5]).isTrue();
        assertThat(known[20]).isFalse();
        assertThat(known[59]).isFalse();
    }

    @Test
    void doesNotLetARiseGrowUnseen() {
        nights(0, 10);
        double rate = JOB;
        boolean known = true;
        for (int night = 10; night < 20 && known; night++) {
            rate *= 1.2;
            known = job(night * DAY + 3 * HOUR, 3 * MINUTE, rate);
        }
        assertThat(known).isFalse();
        assertThat(rate).isLessThan(3 * JOB);
    }

    @Test
    void keepsAJobAmongRisesOfAllHours() {
        Random random = new Random(3);
        for (int night = 0; night < 10; night++) {
            boolean known = job(night * DAY + 3 * HOUR, 3 * MINUTE, JOB);
            if (night >= 6) {
                assertThat(known).as("night %d", night).isTrue();
            }
            if (night >= 3) {
                for (int i = 0; i < 20; i++) {
                    job(night * DAY + 5 * HOUR + random.nextInt(20) * HOUR, MINUTE, JOB);
                }
            }
        }
        assertThat(schedule.daily).hasSize(3);
        assertThat(schedule.hourly).hasSize(2);
    }

    @Test
    void takesAtMostOneInFiftyScatteredRisesForAJob() {
        Random random = new Random(5);
        long time = 0;
        int known = 0;
        for (int i = 0; i < 2_000; i++) {
            time += 2 * HOUR + Math.round(-4 * HOUR * Math.log(1 - random.nextDouble()));
            known += job(time, MINUTE, JOB) ? 1 : 0;
        }
        assertThat(known).isLessThan(40);
    }

    @Test
    void remembersNoTimeOfWhatIsHardlyUnusual() {
        for (int night = 0; night < 10; night++) {
            assertThat(schedule.rises(night * DAY, MINUTE, JOB, false)).isFalse();
        }
        assertThat(schedule.daily).isEmpty();
    }

    private void nights(int from, int to) {
        for (int night = from; night < to; night++) {
            job(night * DAY + 3 * HOUR, 3 * MINUTE, JOB);
        }
    }

    /** A rise of windows; whether all of it was known. */
    private boolean job(long startMillis, long lengthMillis, double perSecond) {
        boolean known = true;
        for (long passed = 0; passed < lengthMillis; passed += 10 * SECOND) {
            known &= schedule.rises(startMillis + passed, 10 * SECOND, perSecond, true);
        }
        return known;
    }
}
