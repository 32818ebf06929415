package io.pumasentinel.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rises of a rate that come by the clock: a nightly job, a feed fetched at five past the hour.
 *
 * <p>A rise is known if the rate rose within some six minutes of the same time on two earlier days,
 * at most seven days apart, or at the same minute of three earlier hours, at most two hours apart.
 * It is unknown all the same where it is clearly more than half as strong again as those that were
 * told of, or lasts more than twice as long: who hides a flood behind a job has the job's size to
 * hide in. What was not told of teaches no new size, so that nothing creeps up.
 *
 * <p>Times are event times in UTC: a job that follows the local clock is new twice a year. A plain
 * object for keyed state, 20 bytes and 40 more a kept time, of which there are at most {@value
 * #MOST_DAILY} and {@value #MOST_HOURLY}.
 */
public class Schedule {
    private static final int MOST_DAILY = 3;
    private static final int MOST_HOURLY = 2;
    private static final long HOUR_MILLIS = 3_600_000;

    /** A job of Monday morning skips six days. */
    private static final int DAYS_APART = 7;

    private static final int DAYS_KNOWN = 2;
    private static final int HOURS_APART = 2;
    private static final int HOURS_KNOWN = 3;

    public RegularRise[] daily = {};
    public RegularRise[] hourly = {};

    /** The latest end of a span in which a known rise went on. */
    public long knownMillis = Long.MIN_VALUE;

    /**
     * Takes in a span of time whose rate is much above what is expected.
     *
     * @param startMillis its start; spans overlap where windows and minutes both tell
     * @param perSecond its rate
     * @param striking whether it is so unusual that its time should be remembered
     * @return whether that is usual at this time
     */
    boolean rises(long startMillis, long spanMillis, double perSecond, boolean striking) {
        RegularRise day = occurring(daily, startMillis, Season.DAY_MILLIS, DAYS_APART);
        RegularRise hour = occurring(hourly, startMillis, HOUR_MILLIS, HOURS_APART);
        long endMillis = startMillis + spanMillis;
        if (isKnown(day, DAYS_KNOWN, perSecond, spanMillis)
                || isKnown(hour, HOURS_KNOWN, perSecond, spanMillis)) {
            knownMillis = Math.max(knownMillis, endMillis);
            return true;
        }
        if (day == null && striking) {
            day = RegularRise.firstAt(startMillis);
            daily = with(day, daily, MOST_DAILY, startMillis - DAYS_APART * Season.DAY_MILLIS);
        }
        if (hour == null && striking) {
            hour = RegularRise.firstAt(startMillis);
            hourly = with(hour, hourly, MOST_HOURLY, startMillis - HOURS_APART * HOUR_MILLIS);
        }
        if (day != null) {
            day.enlarge(endMillis, perSecond);
        }
        if (hour != null) {
            hour.enlarge(endMillis, perSecond);
        }
        return false;
    }

    /** Whether a known rise went on in a span that begins at a time and is over. */
    boolean knewSince(long startMillis) {
        return knownMillis > startMillis;
    }

    private static boolean isKnown(
            @Nullable RegularRise rise, int earlier, double perSecond, long spanMillis) {
        return rise != null && rise.times > earlier && !rise.exceededBy(perSecond, spanMillis);
    }

    /** The kept rise that goes on, or occurs once more. */
    private static @Nullable RegularRise occurring(
            RegularRise[] kept, long startMillis, long periodMillis, int apart) {
        for (RegularRise rise : kept) {
            long periods = rise.periodsUntil(startMillis, periodMillis);
            if (periods > 0 && periods <= apart) {
                rise.recur(startMillis, periods * periodMillis);
            }
            if (periods >= 0 && periods <= apart) {
                return rise;
            }
        }
        return null;
    }

    /**
     * The kept rises and a new one, which replaces that of least worth where there are too many.
     */
    private static RegularRise[] with(
            RegularRise rise, RegularRise[] kept, int most, long overMillis) {
        boolean full = kept.length == most;
        RegularRise[] next = full ? kept : Arrays.copyOf(kept, kept.length + 1);
        next[full ? leastWorth(kept, overMillis) : kept.length] = rise;
        return next;
    }

    /** The one that is over, or else has come least often, or else is the oldest. */
    private static int leastWorth(RegularRise[] kept, long overMillis) {
        int least = 0;
        for (int i = 1; i < kept.length; i++) {
            if (worth(kept[i], overMillis) < worth(kept[least], overMillis)
                    || (worth(kept[i], overMillis) == worth(kept[least], overMillis)
                            && kept[i].lastMillis < kept[least].lastMillis)) {
                least = i;
            }
        }
        return least;
    }

    private static int worth(RegularRise rise, long overMillis) {
        return rise.lastMillis < overMillis ? 0 : rise.times;
    }
}
