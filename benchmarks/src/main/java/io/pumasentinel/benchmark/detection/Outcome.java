package io.pumasentinel.benchmark.detection;

import io.pumasentinel.benchmark.detection.traffic.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which faults a contender's alerts found.
 *
 * <p>A fault is found if an alert of its endpoint starts while it lasts or within five minutes
 * after, the longest pool. An alert that is older does not count: nobody would be told. An alert is
 * false if it starts at no fault and more than half an hour after the last, because the return to
 * normal is a change, too.
 *
 * @param found faults, with the first alert of each
 * @param falseAlerts alerts without a cause
 */
record Outcome(Map<Fault, Alert> found, int falseAlerts) {
    private static final long POOL = Duration.ofMinutes(5).toMillis();
    private static final long RETURN = Duration.ofMinutes(30).toMillis();

    static Outcome of(List<Alert> alerts, List<Fault> faults) {
        Map<Fault, Alert> found = new LinkedHashMap<>();
        int falseAlerts = 0;
        for (Alert alert : alerts) {
            for (Fault fault : faults) {
                if (fault.endpoint().number() == alert.endpoint()
                        && inTime(alert.startMillis(), fault)) {
                    found.putIfAbsent(fault, alert);
                }
            }
            falseAlerts += caused(alert, faults) ? 0 : 1;
        }
        return new Outcome(found, falseAlerts);
    }

    /** Whether an alert that starts at a time tells of a fault. */
    static boolean inTime(long timeMillis, Fault fault) {
        return timeMillis > fault.startMillis() && timeMillis <= fault.endMillis() + POOL;
    }

    /** Whether a fault, or the return to normal after it, explains the alert. */
    static boolean caused(Alert alert, List<Fault> faults) {
        return faults.stream()
                .anyMatch(
                        fault ->
                                fault.endpoint().number() == alert.endpoint()
                                        && alert.startMillis() > fault.startMillis()
                                        && alert.startMillis() <= fault.endMillis() + RETURN);
    }

    long found(Predicate<Fault> which) {
        return found.keySet().stream().filter(which).count();
    }

    /** The median time to the alert of the faults found, in seconds; NaN if there is none. */
    double medianSeconds(Predicate<Fault> which) {
        long[] delays =
                found.entrySet().stream()
                        .filter(entry -> which.test(entry.getKey()))
                        .mapToLong(Outcome::delay)
                        .sorted()
                        .toArray();
        return delays.length == 0 ? Double.NaN : delays[delays.length / 2] / 1e3;
    }

    private static long delay(Map.Entry<Fault, Alert> found) {
        return found.getValue().startMillis() - found.getKey().startMillis();
    }
}
