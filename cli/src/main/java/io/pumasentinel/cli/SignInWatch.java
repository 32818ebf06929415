package io.pumasentinel.cli;

import io.pumasentinel.job.score.SignInCounts;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;

/** Warns once if a running job sees sign-ins and can decide none, or none to be refused. */
final class SignInWatch {
    private static final int PATIENCE_SECONDS = 10;

    private final JobClient job;
    private final PrintWriter err;
    private boolean warned;

    SignInWatch(JobClient job, PrintWriter err) {
        this.job = job;
        this.err = err;
    }

    /** Asks the job for its numbers; a job that does not answer is asked again next time. */
    void look() throws InterruptedException {
        if (warned) {
            return;
        }
        try {
            Map<String, Object> now = job.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            SignInCounts.of(now).warning().ifPresent(this::warn);
        } catch (ExecutionException | TimeoutException e) {
            return;
        }
    }

    private void warn(String warning) {
        warned = true;
        err.println("warning: " + warning);
        err.flush();
    }
}
