package io.pumasentinel.benchmark.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person is told: alarms of one endpoint less than 15 minutes apart are one alert.
 *
 * @param endpoint its number
 * @param startMillis the first alarm
 * @param cause what the first alarm was about
 */
record Alert(int endpoint, long startMillis, Object cause) {
    private static final long COOLDOWN = Duration.ofMinutes(15).toMillis();

    /**
     * Groups the alarms of at least a strength.
     *
     * @param alarms endpoint by endpoint, in the order of time
     */
    static List<Alert> of(List<Alarm> alarms, double threshold) {
        List<Alert> alerts = new ArrayList<>();
        int endpoint = -1;
        long last = 0;
        for (Alarm alarm : alarms) {
            if (alarm.strength() < threshold) {
                continue;
            }
            if (alarm.endpoint() != endpoint || alarm.timeMillis() - last > COOLDOWN) {
                alerts.add(new Alert(alarm.endpoint(), alarm.timeMillis(), alarm.cause()));
            }
            endpoint = alarm.endpoint();
            last = alarm.timeMillis();
        }
        return alerts;
    }

    /** The least strength in {@code alarms} that gives at most {@code budget} alerts. */
    static double threshold(List<Alarm> alarms, int budget) {
        double[] strengths = alarms.stream().mapToDouble(Alarm::strength).sorted().toArray();
        int low = 0;
        int high = strengths.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(alarms, strengths[middle]).size() <= budget) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < strengths.length ? strengths[low] : Double.POSITIVE_INFINITY;
    }
}
