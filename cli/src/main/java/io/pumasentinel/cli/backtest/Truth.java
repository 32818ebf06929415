package io.pumasentinel.cli.backtest;

import io.pumasentinel.job.JobSinks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What really happened, and how long after it an alert still counts.
 *
 * @param episodes the labelled stretches
 * @param tail how long after an episode's end a rule may hold because of it; not negative
 */
public record Truth(List<Episode> episodes, Duration tail) {

    public Truth {
        episodes = List.copyOf(episodes);
        if (tail.isNegative()) {
            throw new IllegalArgumentException("tail: negative (got " + tail + "); 0 or more");
        }
    }

    /** Adds to a job's sinks what {@link #judge} needs; it is written to the folder. */
    public JobSinks observing(JobSinks others, Path folder) {
        return new BacktestSinks(others, folder, episodes, tail.toMillis());
    }

    /**
     * Judges a job that ended.
     *
     * @param folder as it was given to {@link #observing}
     * @param accumulators the job's, at its end
     * @param pace of the job's rules
     * @param watermarkBound the job's
     * @throws IOException if what was observed cannot be read
     */
    public Backtest judge(
            Path folder, Map<String, Object> accumulators, RulePace pace, Duration watermarkBound)
            throws IOException {
        InputTraces traces = InputTraces.of(accumulators, episodes);
        List<AlertHistory> alerts =
                AlertHistories.read(folder, watermarkBound.toMillis(), traces.lastMillis());
        Matching matching = new Matching(episodes, tail.toMillis());
        return new Backtest(new Judge(matching, traces, pace).judge(alerts), watermarkBound, tail);
    }
}
