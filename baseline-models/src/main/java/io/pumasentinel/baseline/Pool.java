package io.pumasentinel.baseline;

/**
 * One window or several, judged as one.
 *
 * @param count requests, at least 1
 * @param spanMillis from the first window's start to the last one's end
 * @param warm whether to judge before learning
 */
record Pool(long count, long spanMillis, boolean warm) {

    /** How many windows it stands for, at least 1. */
    int windows(BaselineSettings settings) {
        return (int) Math.max(1, spanMillis / settings.windowMillis());
    }
}
