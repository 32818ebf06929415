package io.pumasentinel.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * One worker's learned normal: judges its samples by what the ones before taught.
 *
 * <p>Samples are instants, and noisy ones; they are pooled until they span a window, and each pool
 * is judged as its last sample arrives: means of what is counted at an instant, peaks of what the
 * server itself keeps the peak of. A worker that checks in less often is judged at every sample.
 * What is learned outlives the process: whoever replaces a worker inherits its baseline, except for
 * the growth of memory, which is the process's own. Nothing is scored during warm-up, and samples
 * older than one before are left out.
 *
 * <p>Overload looks different by version: up to Puma 6 the queue stays in the kernel, so that
 * utilisation touches 1 while the backlog reads 0 or little; from 7 on the backlog grows. Both are
 * judged; numbers that a version does not tell are not.
 *
 * <p>A plain object for keyed state, mutated in place: at most 1 kB, 1.5 once every metric had
 * outliers. Not thread-safe; no clock, no randomness.
 */
public class WorkerModel {
    /** Check-ins are whole seconds and polls a little early: so much of a window is enough. */
    private static final double WHOLE = 0.9;

    public WorkerPool pool = new WorkerPool();
    public WorkerSeries utilization = new WorkerSeries();
    public WorkerSeries backlog = new WorkerSeries();
    public WorkerSeries backlogMax = new WorkerSeries();
    public WorkerSeries queueing = new WorkerSeries();
    public WorkerSeries requestRate = new WorkerSeries();
    public WorkerSeries cpu = new WorkerSeries();
    public WorkerSeries memory = new WorkerSeries();
    public WorkerSeries reactorMax = new WorkerSeries();
    public MemoryTrend growth = new MemoryTrend();

    /** Pools judged or learned so far. */
    public long pools;

    /**
     * Takes a sample in, and judges the pool that it completes.
     *
     * @return an entry a metric that could be judged; empty while the pool grows, and in warm-up
     */
    public List<WorkerScore> judge(WorkerReading reading, BaselineSettings settings) {
        if (!pool.follows(reading)) {
            return List.of();
        }
        boolean first = pool.sinceMillis == Long.MIN_VALUE;
        pool.add(reading);
        if (first || pool.spanMillis() < WHOLE * settings.windowMillis()) {
            return List.of();
        }
        List<WorkerScore> scores = new ArrayList<>();
        boolean warm = pools >= settings.warmUpWindows();
        close(
                reading,
                new WorkerJudgement(pool.spanMillis(), reading.threads(), warm, settings, scores));
        pool.begin(reading);
        pools++;
        return scores;
    }

    private void close(WorkerReading reading, WorkerJudgement judgement) {
        utilization.close(
                WorkerMetric.UTILIZATION,
                WorkerPool.mean(pool.utilization, pool.utilized),
                judgement);
        backlog.close(WorkerMetric.BACKLOG, WorkerPool.mean(pool.backlog, pool.queued), judgement);
        backlogMax.close(WorkerMetric.BACKLOG_MAX, pool.backlogMax, judgement);
        if (pool.queued > 0) {
            queueing.close(
                    WorkerMetric.QUEUEING, WorkerPool.mean(pool.waiting, pool.samples), judgement);
        }
        requestRate.close(WorkerMetric.REQUEST_RATE, rate(reading), judgement);
        cpu.close(WorkerMetric.CPU, WorkerPool.mean(pool.cpu, pool.measured), judgement);
        memory.close(WorkerMetric.MEMORY, reading.rssBytes(), judgement);
        reactorMax.close(WorkerMetric.REACTOR_MAX, pool.reactorMax, judgement);
        growth.close(reading.pid(), reading.checkinMillis(), reading.rssBytes(), judgement);
    }

    /** NaN if another process took over, or the counter is unknown or went down. */
    private double rate(WorkerReading reading) {
        double started = reading.requests() - pool.requests;
        return started >= 0 ? started * 1000 / pool.spanMillis() : Double.NaN;
    }
}
