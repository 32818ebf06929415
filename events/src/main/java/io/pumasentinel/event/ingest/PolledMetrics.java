package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exposition of one of Puma's usual exporters (puma-metrics, yabeda, puma-plugin-statsd
 * behind statsd_exporter, prometheus_exporter) says: of each worker where samples carry its {@code
 * index}, else of all together.
 */
final class PolledMetrics {

    private static final int MOST_WORKERS = 1024;

    final List<WorkerDraft> workers = new ArrayList<>(2);
    final WorkerDraft total = new WorkerDraft();
    int workerCount = -1;
    int booted = -1;
    int old = -1;

    static PolledMetrics of(String text) {
        var metrics = new PolledMetrics();
        Exposition.read(text, metrics::sample);
        if (metrics.workers.isEmpty() && metrics.total.reported && metrics.workerCount > 1) {
            metrics.total.index = -1;
            metrics.workers.add(metrics.total);
        }
        return metrics;
    }

    private void sample(String name, int index, int pid, double value) {
        long count = value >= 0 && value <= Long.MAX_VALUE ? (long) value : -1;
        switch (name) {
            case "workers" -> workerCount = whole(count);
            case "booted_workers" -> booted = whole(count);
            case "old_workers" -> old = whole(count);
            default -> {
                WorkerDraft worker = index < 0 ? total : worker(index);
                if (worker != null) {
                    worker.pid = pid < 0 ? worker.pid : pid;
                    worker.count(key(name), count);
                }
            }
        }
    }

    private @Nullable WorkerDraft worker(int index) {
        for (WorkerDraft worker : workers) {
            if (worker.index == index) {
                return worker;
            }
        }
        if (workers.size() >= MOST_WORKERS) {
            return null;
        }
        WorkerDraft worker = new WorkerDraft();
        worker.index = index;
        workers.add(worker);
        return worker;
    }

    /** The key of {@code /stats} that an exporter's name means. */
    private static String key(String name) {
        return switch (name) {
            case "running_threads" -> "running";
            case "request_backlog" -> "backlog";
            case "thread_pool_capacity" -> "pool_capacity";
            case "requests", "requests_total", "requests_count_total" -> "requests_count";
            default -> name;
        };
    }

    private static int whole(long count) {
        return count > Integer.MAX_VALUE ? -1 : (int) count;
    }
}
