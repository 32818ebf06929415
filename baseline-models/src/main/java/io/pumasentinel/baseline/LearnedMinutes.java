package io.pumasentinel.baseline;

import java.util.List;

/**
 * The rate of an endpoint minute by minute: what is too thin for a window of ten seconds is enough
 * for a minute.
 *
 * <p>An endpoint that rests in more than one minute of five is judged by its windows alone. Minutes
 * are those of the clock. A plain object for keyed state, 300 bytes.
 */
public class LearnedMinutes {
    static final int WINDOWS = 6;

    public LearnedRate rate = new LearnedRate();
    public long minute = Long.MIN_VALUE;
    public long count;
    public long minutes;

    /**
     * Takes in a closed window that holds requests.
     *
     * @param schedule the endpoint's
     * @param scores where the score of the minute that it ends goes, if there is one
     */
    void close(
            WindowCounts window,
            BaselineSettings settings,
            Schedule schedule,
            List<WindowScore> scores) {
        long length = WINDOWS * settings.windowMillis();
        long now = Math.floorDiv(window.startMillis, length);
        if (minute != Long.MIN_VALUE && now > minute) {
            boolean warm = minutes >= settings.warmUpWindows() && rate.fairlyDense();
            Judgement judgement = new Judgement(count, length, warm, settings, scores);
            rate.close(judgement, minute * length, schedule);
            rate.skip(now - minute - 1, settings);
            minutes += now - minute;
            count = 0;
        }
        minute = now;
        count += window.count;
    }
}
