package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInWatchTest {
    private static final Map<String, Object> UNDECIDED =
            Map.of("sign-ins", 100L, "sign-ins-decided", 0L);

    @Test
    void warnsOnceOnceTheJobTellsOfSignInsThatItCannotDecide() throws Exception {
        StringWriter err = new StringWriter();
        SignInWatch watch =
                new SignInWatch(
                        new Answers(Map.of(), Map.of("sign-ins", 99L), UNDECIDED, UNDECIDED),
                        new PrintWriter(err));

        watch.look();
        watch.look();
        assertThat(err.toString()).isEmpty();
        watch.look();
        watch.look();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("warning: ingest.auth-preset: of 100 sign-ins not one");
    }

    @Test
    void asksAgainWhenTheJobDidNotAnswer() throws Exception {
        StringWriter err = new StringWriter();
        SignInWatch watch = new SignInWatch(new Answers(null, UNDECIDED), new PrintWriter(err));

        watch.look();
        assertThat(err.toString()).isEmpty();
        watch.look();
        assertThat(err.toString()).startsWith("warning: ");
    }

    /** A job that tells one answer after the other; null is a failure to tell. */
    private static final class Answers implements JobClient {
        private final Deque<CompletableFuture<Map<String, Object>>> left = new ArrayDeque<>();

        @SafeVarargs
        private Answers(@Nullable Map<String, Object>... answers) {
            for (Map<String, Object> answer : answers) {
                left.add(
                        answer == null
                                ? CompletableFuture.failedFuture(new IllegalStateException("busy"))
                                : CompletableFuture.completedFuture(answer));
            }
        }

        @Override
        public CompletableFuture<Map<String, Object>> getAccumulators() {
            return left.remove();
        }

        @Override
        public JobID getJobID() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<JobStatus> getJobStatus() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Void> cancel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<String> stopWithSavepoint(
                boolean toEnd, @Nullable String folder, SavepointFormatType format) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<String> triggerSavepoint(
                @Nullable String folder, SavepointFormatType format) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
            throw new UnsupportedOperationException();
        }
    }
}
