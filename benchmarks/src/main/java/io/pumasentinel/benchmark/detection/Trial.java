package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.WindowCounts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** One contender over all endpoints of one run: its alarms, and what they cost. */
final class Trial {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WINDOW_MILLIS = 10_000;

    private final Contender contender;
    private final List<Alarm> alarms = new ArrayList<>();
    private long cpuNanos;
    private long updates;
    private long stateBytes;
    private long mostStateBytes;
    private int endpoints;

    Trial(Contender contender) {
        this.contender = contender;
    }

    Contender contender() {
        return contender;
    }

    /** Lets the detector watch windows in the order of time. */
    void watch(Detector detector, int endpoint, List<WindowCounts> windows) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (WindowCounts window : windows) {
            double strength = detector.observe(window);
            if (strength > 0) {
                alarms.add(
                        new Alarm(
                                endpoint,
                                window.startMillis + WINDOW_MILLIS,
                                strength,
                                detector.cause()));
            }
        }
        cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Notes what an endpoint's detector has become at the end. */
    void end(Detector detector) {
        updates += detector.updates();
        long bytes = detector.stateBytes();
        stateBytes += bytes;
        mostStateBytes = Math.max(mostStateBytes, bytes);
        endpoints++;
    }

    /** The alarms from a time on, endpoint by endpoint, in the order of time. */
    List<Alarm> alarmsFrom(long timeMillis) {
        return alarms.stream().filter(alarm -> alarm.timeMillis() >= timeMillis).toList();
    }

    /** The alarms before a time. */
    List<Alarm> alarmsBefore(long timeMillis) {
        return alarms.stream().filter(alarm -> alarm.timeMillis() < timeMillis).toList();
    }

    double microsPerUpdate() {
        return cpuNanos / 1e3 / Math.max(1, updates);
    }

    long meanStateBytes() {
        return stateBytes / Math.max(1, endpoints);
    }

    long mostStateBytes() {
        return mostStateBytes;
    }
}
