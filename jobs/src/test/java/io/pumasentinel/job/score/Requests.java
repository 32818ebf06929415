package io.pumasentinel.job.score;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.job.AccessBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of one endpoint and samples of one worker. */
final class Requests {
    static final String ENDPOINT = "GET /orders";

    private Requests() {}

    static Access access(int status, double seconds) {
        return access("203.0.113.9", status, Math.round(seconds * 1e9));
    }

    static Access access(String address, int status, long durationNanos) {
        return AccessBuilder.request("GET", "/orders")
                .from(address)
                .status(status)
                .nanos(durationNanos)
                .build();
    }

    static PumaEvent at(long millis) {
        return at(millis, access(200, 0.02));
    }

    static PumaEvent at(long millis, Access access) {
        return PumaEvent.of(origin(millis), millis, access);
    }

    static PumaEvent sample(long millis, int pid, long checkinMillis) {
        return sample(millis, pid, checkinMillis, 100);
    }

    /** Five threads; more that are busy wait. */
    static PumaEvent busySample(long millis, int busy) {
        int waiting = Math.max(0, busy - 5);
        return sample(
                millis, 77, millis, millis / 100, new int[] {waiting, 5 - busy + waiting, busy});
    }

    static PumaEvent sample(long millis, int pid, long checkinMillis, long requestsCount) {
        return sample(millis, pid, checkinMillis, requestsCount, new int[] {0, 5, 0});
    }

    private static PumaEvent sample(
            long millis, int pid, long checkinMillis, long requestsCount, int[] pool) {
        StatsSample stats =
                new StatsSample(
                        "cluster",
                        0,
                        pid,
                        checkinMillis,
                        0,
                        pool[0],
                        5,
                        pool[1],
                        pool[2],
                        5,
                        requestsCount,
                        -1,
                        -1,
                        2,
                        2,
                        0,
                        Double.NaN,
                        -1,
                        -1,
                        Double.NaN,
                        null);
        return PumaEvent.of(origin(millis), millis, stats);
    }

    /** Thirty requests in each window of 10 s, about 20 ms each. */
    static List<PumaEvent> steady(int windows, long seed) {
        Random random = new Random(seed);
        List<PumaEvent> events = new ArrayList<>();
        for (int window = 0; window < windows; window++) {
            for (int i = 0; i < 30; i++) {
                double seconds = 0.02 * Math.exp(0.2 * random.nextGaussian());
                events.add(at(window * 10_000L + i * 333L, access(200, seconds)));
            }
        }
        return events;
    }

    private static Origin origin(long millis) {
        return new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, millis));
    }
}
