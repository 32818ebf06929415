package io.pumasentinel.benchmark.detection;

import io.pumasentinel.benchmark.detection.traffic.Fault;
import java.util.List;

/**
 * A contender at one threshold.
 *
 * @param name in the results
 * @param threshold from which strength on it alarmed
 * @param clean alerts on the clean days
 * @param outcome on the days with faults
 */
record Judged(String name, double threshold, int clean, Outcome outcome) {

    /**
     * @param fromMillis the end of the warm-up, which counts in neither run
     */
    static Judged of(
            String name, double threshold, TrialPair trials, long fromMillis, List<Fault> faults) {
        List<Alert> clean = Alert.of(trials.clean().alarmsFrom(fromMillis), threshold);
        List<Alert> faulty = Alert.of(trials.faulty().alarmsFrom(fromMillis), threshold);
        return new Judged(name, threshold, clean.size(), Outcome.of(faulty, faults));
    }
}
