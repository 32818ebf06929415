package io.pumasentinel.baseline;

/**
 * How long values have been outside the band on one side without real interruption.
 *
 * <p>A value inside takes away twice what one outside adds: a lasting change may touch the band now
 * and then, scattered outliers never add up.
 */
public class Run {
    /** Above 0: windows above the band; below 0: windows under it. */
    public int windows;

    /**
     * Follows one value.
     *
     * @param side above 0 if the value lies above the band, below 0 if under it, 0 inside
     * @param span how many windows the value stands for, at least 1
     * @return whether a run goes on; false: what is remembered about a new level is void
     */
    boolean follow(int side, int span) {
        if (side == 0) {
            int left = Math.max(0, Math.abs(windows) - 2 * span);
            windows = windows < 0 ? -left : left;
            return windows != 0;
        }
        boolean turned = windows != 0 && Integer.signum(windows) != Integer.signum(side);
        windows = (turned ? 0 : windows) + Integer.signum(side) * span;
        return !turned;
    }

    /** Whether the value just followed, which stands for {@code span} windows, began the run. */
    boolean justBegan(int span) {
        return Math.abs(windows) <= span;
    }

    boolean lasted(BaselineSettings settings) {
        return Math.abs(windows) >= settings.acceptAfterWindows();
    }
}
