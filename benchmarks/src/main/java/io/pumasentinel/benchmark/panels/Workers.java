package io.pumasentinel.benchmark.panels;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Samples of two workers on each of three hosts. */
final class Workers {
    private static final int HOSTS = 3;
    private static final int EACH = 2;
    private static final int THREADS = 5;

    private final Random random;
    private long position;

    Workers(Random random) {
        this.random = random;
    }

    List<PumaEvent> samples(long timeMillis) {
        List<PumaEvent> samples = new ArrayList<>();
        for (int host = 1; host <= HOSTS; host++) {
            for (int worker = 0; worker < EACH; worker++) {
                Position where = Position.ofRecord("puma-stats", 0, position++);
                samples.add(
                        PumaEvent.of(
                                new Origin("shop", "web-" + host, where),
                                timeMillis,
                                sample(timeMillis, worker, 14_000 + 10 * host + worker)));
            }
        }
        return samples;
    }

    private StatsSample sample(long timeMillis, int worker, int pid) {
        int busy = random.nextInt(THREADS + 1);
        int backlog = busy == THREADS ? random.nextInt(3) : 0;
        return new StatsSample(
                "cluster",
                worker,
                pid,
                timeMillis,
                0,
                backlog,
                THREADS,
                THREADS - busy,
                busy + backlog,
                THREADS,
                position,
                backlog,
                busy,
                EACH,
                EACH,
                0,
                0.4,
                200L << 20,
                -1,
                Double.NaN,
                null);
    }
}
