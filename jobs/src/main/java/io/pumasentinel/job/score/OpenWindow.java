package io.pumasentinel.job.score;

import io.pumasentinel.baseline.WindowCounts;

/** One window that may still receive requests; stored in keyed state. */
public class OpenWindow {
    /** What it counted so far. */
    public WindowCounts counts = new WindowCounts();

    /** Who sent most of it. */
    public TopAddresses addresses = new TopAddresses();
}
