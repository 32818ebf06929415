package io.pumasentinel.job.watch;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.job.AccessBuilder;

/** What hosts say. */
final class Signs {
    private Signs() {}

    static PumaEvent request(String host, long millis) {
        Access access = AccessBuilder.request("GET", "/").build();
        return PumaEvent.of(origin(host, millis), millis, access);
    }

    static PumaEvent line(String host, long millis, String action) {
        return PumaEvent.of(origin(host, millis), millis, new Lifecycle(action, -1, -1, action));
    }

    static PumaEvent sample(String host, long millis, int worker, int pid, long requests) {
        return sample(host, millis, new int[] {worker, pid, 0, 2}, requests);
    }

    /**
     * @param worker index, process, phase, and how many there are
     */
    static PumaEvent sample(String host, long millis, int[] worker, long requests) {
        StatsSample stats =
                new StatsSample(
                        "cluster",
                        worker[0],
                        worker[1],
                        millis,
                        worker[2],
                        0,
                        5,
                        5,
                        0,
                        5,
                        requests,
                        -1,
                        -1,
                        worker[3],
                        worker[3],
                        0,
                        Double.NaN,
                        -1,
                        -1,
                        Double.NaN,
                        null);
        return PumaEvent.of(origin(host, millis), millis, stats);
    }

    private static Origin origin(String host, long millis) {
        return new Origin("shop", host, Position.ofRecord("puma", 0, millis));
    }
}
