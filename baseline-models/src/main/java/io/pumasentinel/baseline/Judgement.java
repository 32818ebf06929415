package io.pumasentinel.baseline;

import java.util.List;

/**
 * One act of judging and learning a window, or several pooled ones.
 *
 * @param count requests in it, at least 1
 * @param spanMillis from the first window's start to the last one's end
 * @param warm whether to judge; if not, everything is only learned
 * @param settings how
 * @param scores where the results go
 */
record Judgement(
        long count,
        long spanMillis,
        boolean warm,
        BaselineSettings settings,
        List<WindowScore> scores) {

    /** How many windows it stands for, at least 1. */
    int windows() {
        return (int) Math.max(1, spanMillis / settings.windowMillis());
    }

    Guards guards() {
        return settings.guards();
    }
}
