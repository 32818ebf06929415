package io.pumasentinel.baseline;

/**
 * Whether a process's memory only ever grows: the sign of a leak, which no band around the recent
 * level shows.
 *
 * <p>The least of every two hours (what garbage collection gives back is not in it) is kept for a
 * day and tested by Mann and Kendall's rank test for a trend (Mann, Econometrica 13, 1945; Kendall,
 * Rank Correlation Methods, 1975): S = later pairs that rose less those that fell, standard
 * deviation √(n(n−1)(2n+5)/18), continuity 1. Twelve rising values give z = 4.5. A whole day,
 * because memory follows traffic up for half of one. The first slot of a process, when every
 * application grows, is left out, and so is growth that comes to rest: the later half must hold a
 * third of it.
 *
 * <p>A plain object for keyed state: 90 bytes.
 */
public class MemoryTrend {
    static final long SLOT_MILLIS = 7_200_000;
    static final int SLOTS = 12;
    private static final int BOOT_SLOTS = 1;
    private static final double LASTING = 1.0 / 3;

    public int pid = -1;

    /** The slot under way, in slots since 1970; negative before the first reading. */
    public long slot = -1;

    /** The least of the slot under way. */
    public double least = Double.NaN;

    /** Slots finished since the process began. */
    public int finished;

    /** The least of the last slots, oldest first. */
    public float[] minima = new float[0];

    /** Learns one reading; judges whenever a slot is finished and twelve are known. */
    void close(int process, long checkinMillis, double rssBytes, WorkerJudgement judgement) {
        if (Double.isNaN(rssBytes)) {
            return;
        }
        long now = Math.floorDiv(checkinMillis, SLOT_MILLIS);
        if (process != pid || slot < 0) {
            begin(process, now);
        } else if (now > slot) {
            finish();
            slot = now;
            if (minima.length == SLOTS) {
                judge(judgement);
            }
        }
        least = Double.isNaN(least) ? rssBytes : Math.min(least, rssBytes);
    }

    private void begin(int process, long now) {
        pid = process;
        slot = now;
        least = Double.NaN;
        finished = 0;
        minima = new float[0];
    }

    private void finish() {
        finished++;
        if (finished > BOOT_SLOTS) {
            int from = minima.length == SLOTS ? 1 : 0;
            float[] next = new float[minima.length - from + 1];
            System.arraycopy(minima, from, next, 0, minima.length - from);
            next[next.length - 1] = (float) least;
            minima = next;
        }
        least = Double.NaN;
    }

    private void judge(WorkerJudgement judgement) {
        double first = minima[0];
        double middle = minima[SLOTS / 2];
        double last = minima[SLOTS - 1];
        WorkerMetric metric = WorkerMetric.MEMORY_GROWTH;
        boolean lasting = last - middle >= LASTING * (last - first);
        double usual = metric.leastDeviation() * first;
        judgement
                .scores()
                .add(
                        new WorkerScore(
                                metric,
                                Surprise.ofDeviation(z()),
                                last,
                                first,
                                first - usual,
                                first + usual,
                                SLOTS * SLOT_MILLIS,
                                lasting
                                        && WorkerGuards.notable(
                                                metric, last, first, judgement.threads())));
    }

    private double z() {
        int rising = 0;
        for (int later = 1; later < SLOTS; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                rising += Float.compare(minima[later], minima[earlier]);
            }
        }
        double deviation = Math.sqrt(SLOTS * (SLOTS - 1) * (2 * SLOTS + 5) / 18.0);
        return Math.max(0, rising - 1) / deviation;
    }
}
