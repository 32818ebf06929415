package io.pumasentinel.job.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one service's hosts and requests. Plain object for keyed state, mutated in
 * place: 15 kB for twenty hosts of eight workers, at most 150 kB ({@value #MOST_HOSTS} hosts,
 * {@value #MOST_WORKERS} workers; more are not watched).
 */
public class ServiceWatch {
    static final int MOST_HOSTS = 200;
    static final int MOST_WORKERS = 1_000;

    /** Some ten windows of all hosts and workers. */
    static final int MOST_OPEN = 20_000;

    /** A host is forgotten after a day without a word, the service's requests too. */
    static final long FORGET_MILLIS = 86_400_000L;

    private static final Comparator<Pulse> IN_ORDER =
            Comparator.comparing(Pulse::host)
                    .thenComparing(Pulse::kind)
                    .thenComparingInt(Pulse::worker)
                    .thenComparingLong(Pulse::lastMillis);

    /** Pulses of windows that the watermark has not passed. */
    public List<Pulse> open = new ArrayList<>();

    public List<HostWatch> hosts = new ArrayList<>();
    public RequestFlow requests = new RequestFlow();

    /**
     * The outstanding timer for silence and forgetting; {@link Long#MAX_VALUE} if there is none.
     */
    public long timerMillis = Long.MAX_VALUE;

    /**
     * Keeps the pulse until its window ends, if fewer than {@value #MOST_OPEN} are kept.
     *
     * @return whether it is the window's first
     */
    boolean take(Pulse pulse) {
        if (open.size() >= MOST_OPEN) {
            return false;
        }
        boolean first =
                open.stream().noneMatch(known -> known.startMillis() == pulse.startMillis());
        open.add(pulse);
        return first;
    }

    /**
     * Learns from the window that ends at {@code endMillis}, and tells of silence that it ends and
     * of what it contradicts.
     */
    void close(long endMillis, Consumer<Notice> out) {
        List<Pulse> window = ended(endMillis);
        long count = 0;
        for (Pulse pulse : window) {
            HostWatch host = host(pulse);
            if (host != null) {
                learn(host, pulse, out);
            }
            count += pulse.kind() == Pulse.Kind.REQUESTS ? pulse.count() : 0;
        }
        if (count > 0) {
            Silences.ofRequests(this, endMillis, out);
            requests.beat(endMillis, count);
        }
        for (HostWatch host : hosts) {
            if (host.samples.lastMillis == endMillis) {
                host.compareWorkers(out);
                MissingLog.look(this, host, endMillis, out);
            }
        }
    }

    private List<Pulse> ended(long endMillis) {
        List<Pulse> window = new ArrayList<>();
        Iterator<Pulse> pulses = open.iterator();
        while (pulses.hasNext()) {
            Pulse pulse = pulses.next();
            if (pulse.endMillis() == endMillis) {
                pulses.remove();
                window.add(pulse);
            }
        }
        window.sort(IN_ORDER);
        return window;
    }

    /** When {@link Silences} should look again, or something is to be forgotten. */
    long nextDueMillis(boolean live) {
        long next = Long.MAX_VALUE;
        if (requests.lastMillis != Long.MIN_VALUE) {
            next = requests.lastMillis + FORGET_MILLIS;
            next = live ? Math.min(next, requests.dueMillis()) : next;
        }
        for (HostWatch host : hosts) {
            next = Math.min(next, host.lastMillis() + FORGET_MILLIS);
            next = live ? Math.min(next, host.samples.dueMillis()) : next;
        }
        return next;
    }

    /** Forgets what has been silent for a day; true if nothing is left. */
    boolean forget(long nowMillis) {
        hosts.removeIf(host -> host.lastMillis() + FORGET_MILLIS <= nowMillis);
        if (requests.lastMillis != Long.MIN_VALUE
                && requests.lastMillis + FORGET_MILLIS <= nowMillis) {
            requests = new RequestFlow();
        }
        return hosts.isEmpty() && open.isEmpty() && requests.lastMillis == Long.MIN_VALUE;
    }

    private void learn(HostWatch host, Pulse pulse, Consumer<Notice> out) {
        switch (pulse.kind()) {
            case REQUESTS -> host.logged(pulse.endMillis());
            case SAMPLE -> {
                if (host.knows(pulse.worker()) || workers() < MOST_WORKERS) {
                    Silences.ofSamples(this, host, pulse.endMillis(), out);
                    host.sampled(pulse);
                }
            }
            case PLANNED -> host.plannedMillis = Math.max(host.plannedMillis, pulse.lastMillis());
            case FAREWELL ->
                    host.farewellMillis = Math.max(host.farewellMillis, pulse.lastMillis());
        }
    }

    private int workers() {
        return hosts.stream().mapToInt(host -> host.workers.size()).sum();
    }

    private @Nullable HostWatch host(Pulse pulse) {
        for (HostWatch host : hosts) {
            if (host.name.equals(pulse.host())) {
                return host;
            }
        }
        if (hosts.size() == MOST_HOSTS) {
            return null;
        }
        HostWatch host = new HostWatch();
        host.name = pulse.host();
        hosts.add(host);
        return host;
    }
}
