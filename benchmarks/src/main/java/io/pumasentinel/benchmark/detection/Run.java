package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.WindowCounts;
import io.pumasentinel.benchmark.detection.traffic.Endpoint;
import io.pumasentinel.benchmark.detection.traffic.EndpointTraffic;
import io.pumasentinel.benchmark.detection.traffic.Fault;
import java.util.ArrayList;
import java.util.List;

/** Days of traffic that all contenders watch. */
final class Run {
    /** An hour of windows is made before the contenders get it, one after the other. */
    private static final int BATCH = 360;

    private final List<Endpoint> endpoints;
    private final List<Fault> faults;
    private final long endMillis;

    Run(List<Endpoint> endpoints, List<Fault> faults, long endMillis) {
        this.endpoints = endpoints;
        this.faults = faults;
        this.endMillis = endMillis;
    }

    /** What each contender makes of the traffic that the seed gives. */
    List<Trial> watch(List<Contender> contenders, long seed) {
        List<Trial> trials = contenders.stream().map(Trial::new).toList();
        for (Endpoint endpoint : endpoints) {
            watch(endpoint, trials, seed);
        }
        return trials;
    }

    private void watch(Endpoint endpoint, List<Trial> trials, long seed) {
        List<Fault> own =
                faults.stream().filter(fault -> fault.endpoint().equals(endpoint)).toList();
        EndpointTraffic traffic = new EndpointTraffic(endpoint, own, seed);
        List<Detector> detectors =
                trials.stream().map(trial -> trial.contender().perEndpoint().get()).toList();
        List<WindowCounts> batch = new ArrayList<>(BATCH);
        for (long start = 0; start < endMillis; start += EndpointTraffic.WINDOW_MILLIS) {
            batch.add(traffic.next(start));
            if (batch.size() == BATCH || start + EndpointTraffic.WINDOW_MILLIS >= endMillis) {
                for (int i = 0; i < detectors.size(); i++) {
                    trials.get(i).watch(detectors.get(i), endpoint.number(), batch);
                }
                batch.clear();
            }
        }
        for (int i = 0; i < detectors.size(); i++) {
            trials.get(i).end(detectors.get(i));
        }
    }
}
