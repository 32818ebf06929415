package io.pumasentinel.benchmark.panels;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.sink.Documents;
import io.pumasentinel.job.sink.IndexNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Seven days of one service as documents: requests in a daily rhythm, the endpoint windows that
 * hold them, samples of each worker every 10 s and 200 alerts a day.
 *
 * <p>The same seed gives the same documents. They are written in the order of their time, as a job
 * does.
 */
final class Week {
    private static final long SEED = 20_261_122;
    private static final Duration LENGTH = Duration.ofDays(7);
    private static final long SLOT_MILLIS = 10_000;
    private static final long SLOTS = LENGTH.toMillis() / SLOT_MILLIS;
    private static final int ALERTS = 1_400;
    private static final double DAILY_SWING = 0.7;

    private final long startMillis;
    private final double perSlot;
    private final Random random = new Random(SEED);
    private final Traffic traffic = new Traffic(random);
    private final Workers workers = new Workers(random);
    private final Incidents incidents = new Incidents(random);
    private final IndexNames names = new IndexNames("bench");
    private final Documents documents = new Documents();

    Week(Instant end, long requests) {
        this.startMillis = end.minus(LENGTH).toEpochMilli();
        this.perSlot = (double) requests / SLOTS;
    }

    /** Hands every document over. */
    void write(Bulk bulk) throws IOException {
        double due = 0;
        for (long slot = 0; slot < SLOTS; slot++) {
            long time = startMillis + slot * SLOT_MILLIS;
            due += perSlot * rhythm(time);
            int count = (int) due;
            due -= count;
            for (PumaEvent request : traffic.requests(time, SLOT_MILLIS, count)) {
                write(bulk, names.access(request.timestampMillis()), request);
            }
            for (EndpointWindow window : traffic.windows(time, SLOT_MILLIS)) {
                bulk.create(names.endpoint(time), Documents.idOf(window), documents.of(window));
            }
            for (PumaEvent sample : workers.samples(time)) {
                write(bulk, names.stats(time), sample);
            }
            if (slot % (SLOTS / ALERTS) == 0) {
                Alert alert = incidents.next(time);
                bulk.create(names.alert(time), alert.id(), documents.of(alert));
            }
        }
    }

    private void write(Bulk bulk, String index, PumaEvent event) throws IOException {
        bulk.create(index, Documents.idOf(event), documents.of(event));
    }

    /** A factor around 1: least at midnight, most at noon. */
    private static double rhythm(long millis) {
        double day =
                (double) (millis % Duration.ofDays(1).toMillis()) / Duration.ofDays(1).toMillis();
        return 1 - DAILY_SWING * Math.cos(2 * Math.PI * day);
    }
}
