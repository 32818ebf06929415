package io.pumasentinel.benchmark.detection.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Puts every kind of fault equally often into seeded places, at least 80 minutes apart on one
 * endpoint.
 */
public final class FaultPlan {
    private static final long SLOT = Duration.ofHours(8).toMillis();
    private static final long JITTER = Duration.ofHours(3).toMillis();
    private static final long GRAIN = Duration.ofSeconds(10).toMillis();

    private FaultPlan() {}

    /**
     * Faults that start and end in [from, to), in the order of their starts.
     *
     * @param repeats how often each kind
     * @throws IllegalArgumentException if there are fewer slots of eight hours than faults
     */
    public static List<Fault> plan(
            List<Endpoint> endpoints, long fromMillis, long toMillis, int repeats, long seed) {
        List<Place> places = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            for (long slot = fromMillis; slot + SLOT <= toMillis; slot += SLOT) {
                places.add(new Place(endpoint, slot));
            }
        }
        int faults = repeats * FaultKind.values().length;
        if (places.size() < faults) {
            throw new IllegalArgumentException(
                    "days: too few for the faults (got " + places.size() + " places); " + faults);
        }
        Random random = new Random(seed);
        Collections.shuffle(places, random);
        List<Fault> plan = new ArrayList<>(faults);
        Iterator<Place> next = places.iterator();
        for (FaultKind kind : FaultKind.values()) {
            for (int i = 0; i < repeats; i++) {
                Place place = next.next();
                long start = place.slot + random.nextLong(JITTER / GRAIN) * GRAIN;
                boolean must = MustFind.test(kind, place.endpoint, start);
                plan.add(new Fault(kind, place.endpoint, start, must));
            }
        }
        plan.sort(Comparator.comparingLong(Fault::startMillis));
        return List.copyOf(plan);
    }

    private record Place(Endpoint endpoint, long slot) {}
}
