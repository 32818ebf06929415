package io.pumasentinel.job.watch;

import io.pumasentinel.event.PumaEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts events into pulses, one a host, kind, worker and window. A request costs two look-ups; at
 * most {@code most} pulses are open, then all are handed out early and add up downstream. Not
 * thread-safe.
 */
final class OpenPulses {
    private final int most;
    private final Consumer<Pulse> out;
    private final TreeMap<Long, Map<Key, Pulse>> samples = new TreeMap<>();
    private final TreeMap<Long, Map<Place, long[]>> requests = new TreeMap<>();
    private int size;

    OpenPulses(int most, Consumer<Pulse> out) {
        this.most = most;
        this.out = out;
    }

    /** Counts the event, into the window of the watermark if its own has passed. */
    void add(PumaEvent event, long watermark) {
        long millis = event.timestampMillis();
        long start = Pulse.windowOf(millis);
        boolean late = passed(start, watermark);
        if (event.access() != null && !late) {
            count(event, start, millis);
        } else {
            Pulse pulse = Pulse.of(event);
            if (pulse != null) {
                put(late ? pulse.lateIn(Pulse.windowOf(watermark + 1)) : pulse);
            }
        }
        if (size >= most) {
            flushThrough(Long.MAX_VALUE);
        }
    }

    /** Hands out every pulse whose window ends at or before {@code watermark + 1}. */
    void flushThrough(long watermark) {
        while (!requests.isEmpty() && passed(requests.firstKey(), watermark)) {
            Map.Entry<Long, Map<Place, long[]>> oldest = requests.pollFirstEntry();
            size -= oldest.getValue().size();
            oldest.getValue().forEach((place, counts) -> out.accept(of(oldest, place, counts)));
        }
        while (!samples.isEmpty() && passed(samples.firstKey(), watermark)) {
            Map<Key, Pulse> oldest = samples.pollFirstEntry().getValue();
            size -= oldest.size();
            oldest.values().forEach(out);
        }
    }

    private void count(PumaEvent event, long start, long millis) {
        Map<Place, long[]> window = requests.computeIfAbsent(start, any -> new HashMap<>());
        Place place = new Place(event.service(), event.host());
        long @Nullable [] counts = window.get(place);
        if (counts == null) {
            window.put(place, new long[] {1, millis});
            size++;
            return;
        }
        counts[0]++;
        counts[1] = Math.max(counts[1], millis);
    }

    private void put(Pulse pulse) {
        Map<Key, Pulse> window =
                samples.computeIfAbsent(pulse.startMillis(), any -> new HashMap<>());
        Key key = new Key(new Place(pulse.service(), pulse.host()), pulse.kind(), pulse.worker());
        Pulse known = window.get(key);
        window.put(key, known == null ? pulse : known.plus(pulse));
        size += known == null ? 1 : 0;
    }

    private static Pulse of(Map.Entry<Long, ?> window, Place place, long[] counts) {
        return new Pulse(
                place.service(),
                place.host(),
                Pulse.Kind.REQUESTS,
                window.getKey(),
                counts[1],
                counts[0],
                -1,
                -1,
                -1,
                -1,
                -1);
    }

    private static boolean passed(long start, long watermark) {
        return start + Pulse.WINDOW_MILLIS - 1 <= watermark;
    }

    private record Place(String service, String host) {}

    private record Key(Place place, Pulse.Kind kind, int worker) {}
}
