package io.pumasentinel.benchmark.detection.traffic;

import io.pumasentinel.baseline.WindowCounts;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one endpoint, one after the other, with its faults.
 *
 * <p>Rate and latency wander by first-order autoregressions; counts are Poisson around the
 * wandering rate, so that they scatter more than Poisson's. The error shares of a window scatter,
 * too.
 */
public final class EndpointTraffic {
    /** A window's length. */
    public static final long WINDOW_MILLIS = 10_000;

    /** Standard deviation of the rate's logarithm around its season. */
    static final double RATE_WANDER = 0.12;

    /** The same of the latency. */
    static final double LATENCY_WANDER = 0.06;

    /** Ten minutes and half an hour. */
    private static final double RATE_MEMORY = Math.exp(-1 / 60.0);

    private static final double LATENCY_MEMORY = Math.exp(-1 / 180.0);
    private static final double SHARE_SCATTER = 0.3;
    private static final double FAST_SECONDS = 0.001;
    private static final double ERROR_BYTES = 300;

    private final Endpoint endpoint;
    private final List<Fault> faults;
    private final SplittableRandom random;
    private double rateWander;
    private double latencyWander;

    /**
     * @param faults of this endpoint, not overlapping
     */
    public EndpointTraffic(Endpoint endpoint, List<Fault> faults, long seed) {
        this.endpoint = endpoint;
        this.faults = List.copyOf(faults);
        this.random = new SplittableRandom(seed * 1_000_003 + endpoint.number());
    }

    /** The window that starts at {@code startMillis}, possibly without requests. */
    public WindowCounts next(long startMillis) {
        wander();
        WindowCounts window = new WindowCounts();
        window.startMillis = startMillis;
        Fault fault = fault(startMillis);
        double rate = endpoint.rate(startMillis);
        long count = count(rate, fault, startMillis);
        double load = rate > 0 ? Math.log(rate / endpoint.perSecond()) + rateWander : 0;
        Mix mix = mix(fault, startMillis, endpoint.latency().load() * load);
        for (long i = 0; i < count; i++) {
            addRequest(window, mix);
        }
        return window;
    }

    private void wander() {
        rateWander = step(rateWander, RATE_MEMORY, RATE_WANDER);
        latencyWander = step(latencyWander, LATENCY_MEMORY, LATENCY_WANDER);
    }

    private double step(double value, double memory, double deviation) {
        return memory * value + deviation * Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }

    private @Nullable Fault fault(long timeMillis) {
        for (Fault fault : faults) {
            if (fault.active(timeMillis)) {
                return fault;
            }
        }
        return null;
    }

    private long count(double rate, @Nullable Fault fault, long startMillis) {
        double expected = rate * WINDOW_MILLIS / 1000;
        double factor = fault == null ? 1 : fault.rateFactor(startMillis);
        if (endpoint.habit() == Habit.CONSTANT) {
            return Math.round(expected * factor);
        }
        return poisson(expected * factor * Math.exp(rateWander));
    }

    private Mix mix(@Nullable Fault fault, long timeMillis, double logLoad) {
        double scatter = Math.exp(SHARE_SCATTER * random.nextGaussian());
        double logLatency = logLoad + latencyWander;
        double share4xx = endpoint.share4xx() * scatter;
        double share5xx = endpoint.share5xx() * scatter;
        if (fault == null) {
            return new Mix(logLatency, 1, share4xx, share5xx, 0, 1);
        }
        return new Mix(
                logLatency + Math.log(fault.factor(Effect.LATENCY, timeMillis)),
                fault.factor(Effect.SPREAD, timeMillis),
                share4xx + fault.share(Effect.ERRORS_4XX, timeMillis),
                share5xx + fault.share(Effect.ERRORS_5XX, timeMillis),
                fault.share(Effect.FAST_FAILURE, timeMillis),
                fault.factor(Effect.BYTES, timeMillis));
    }

    private void addRequest(WindowCounts window, Mix mix) {
        double draw = random.nextDouble();
        if (draw < mix.fastFailures) {
            window.add(500, (long) ERROR_BYTES, Math.round(FAST_SECONDS * 1e9));
            return;
        }
        draw -= mix.fastFailures;
        long nanos = endpoint.latency().nanos(random, mix.logLatency, mix.spreadFactor);
        if (draw < mix.share5xx) {
            window.add(500, (long) ERROR_BYTES, nanos);
        } else if (draw < mix.share5xx + mix.share4xx) {
            window.add(404, (long) ERROR_BYTES, nanos);
        } else {
            double spread = Math.exp(Endpoint.BYTES_SPREAD * random.nextGaussian());
            double bytes = endpoint.medianBytes() * mix.bytesFactor * spread;
            window.add(200, Math.round(bytes), nanos);
        }
    }

    /** Knuth's product of uniforms in pieces whose exponential does not vanish. */
    private long poisson(double mean) {
        long count = 0;
        for (double left = mean; left > 0; left -= 100) {
            double limit = Math.exp(-Math.min(left, 100));
            double product = random.nextDouble();
            while (product > limit) {
                count++;
                product *= random.nextDouble();
            }
        }
        return count;
    }

    /** What the requests of a window are like. */
    private record Mix(
            double logLatency,
            double spreadFactor,
            double share4xx,
            double share5xx,
            double fastFailures,
            double bytesFactor) {}
}
