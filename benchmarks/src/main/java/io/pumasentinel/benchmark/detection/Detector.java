package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.WindowCounts;

/** Watches one endpoint, online. */
interface Detector {
    /**
     * How much the window just closed calls for an alarm, by it and the windows before.
     *
     * @param window with its start set also if it is empty; stays as it is
     * @return at least 0; 0 for nothing unusual or nothing to judge yet. Only the order counts: the
     *     threshold is the bench's
     */
    double observe(WindowCounts window);

    /**
     * What the last strength above 0 was about: its text is for people, empty if the detector does
     * not say. Asked for at every alarm, so the text is made when it is printed.
     */
    default Object cause() {
        return "";
    }

    /** How often the model was updated so far: pooled windows are one update. */
    long updates();

    /** What a checkpoint of it takes. */
    long stateBytes();
}
