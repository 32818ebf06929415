package io.pumasentinel.benchmark;

import java.lang.management.ManagementFactory;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/** The most heap in use right after a full collection, one of which every run forces. */
final class HeapPeak extends TimerTask {
    private final AtomicLong peak = new AtomicLong();

    @Override
    public void run() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peak.accumulateAndGet(used, Math::max);
    }

    /** The peak in bytes since the last call. */
    long take() {
        run();
        return peak.getAndSet(0);
    }
}
