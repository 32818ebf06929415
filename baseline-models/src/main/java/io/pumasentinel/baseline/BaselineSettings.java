package io.pumasentinel.baseline;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * How baselines learn and judge.
 *
 * @param windowMillis a window's length
 * @param warmUpWindows nothing is scored until this many windows have passed since the endpoint's
 *     first one
 * @param minimumVolume windows with fewer requests are pooled with their successors for latency,
 *     error and size; a surge or drop of the rate must concern at least as many requests
 * @param maximumSpanMillis pooling ends with the window that brings the span to this, whatever the
 *     volume
 * @param halfLifeWindows after this many judged windows what was learned counts half
 * @param acceptAfterWindows a change that lasted this many windows is the new normal
 * @param guards the smallest effects that matter
 */
public record BaselineSettings(
        long windowMillis,
        int warmUpWindows,
        int minimumVolume,
        long maximumSpanMillis,
        int halfLifeWindows,
        int acceptAfterWindows,
        Guards guards)
        implements Serializable {

    /** Powers for half-lives up to a day of windows: they are asked for twenty times a window. */
    private static final double[] KEEPS =
            IntStream.rangeClosed(0, 8_640).mapToDouble(BaselineSettings::keepFor).toArray();

    public BaselineSettings {
        Guards.atLeast("windowMillis", windowMillis, 1);
        Guards.atLeast("warmUpWindows", warmUpWindows, 1);
        Guards.atLeast("minimumVolume", minimumVolume, 2);
        Guards.atLeast("maximumSpanMillis", maximumSpanMillis, windowMillis);
        Guards.atLeast("halfLifeWindows", halfLifeWindows, 1);
        Guards.atLeast("acceptAfterWindows", acceptAfterWindows, 1);
    }

    /** Windows of 10 s, 30 of them to warm up, pools of 20 requests or 5 min, 15 min half-life. */
    public static BaselineSettings defaults() {
        return new BaselineSettings(10_000, 30, 20, 300_000, 90, 90, Guards.defaults());
    }

    /** The same with other guards. */
    public BaselineSettings with(Guards others) {
        return new BaselineSettings(
                windowMillis,
                warmUpWindows,
                minimumVolume,
                maximumSpanMillis,
                halfLifeWindows,
                acceptAfterWindows,
                others);
    }

    /** How blocks of the long view are judged: half-life of a day, changes accepted in 3 hours. */
    BaselineSettings ofBlocks() {
        long length = LongView.BLOCK_WINDOWS * windowMillis;
        int accepted = 30 * LongView.BLOCK_WINDOWS;
        return new BaselineSettings(
                windowMillis, warmUpWindows, minimumVolume, length, 240, accepted, guards);
    }

    /** The factor by which one more observation shrinks the weight of the earlier ones. */
    double keep() {
        return halfLifeWindows < KEEPS.length ? KEEPS[halfLifeWindows] : keepFor(halfLifeWindows);
    }

    private static double keepFor(int halfLifeWindows) {
        return Math.pow(0.5, 1.0 / halfLifeWindows);
    }
}
