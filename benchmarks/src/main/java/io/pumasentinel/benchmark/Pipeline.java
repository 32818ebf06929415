package io.pumasentinel.benchmark;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One bounded job to measure. */
interface Pipeline {
    /** Adds source, operators and sinks. */
    void define(StreamExecutionEnvironment environment) throws Exception;

    /**
     * Fails if the job did not do its work.
     *
     * @throws IllegalStateException if lines are missing at the end
     */
    void check(JobExecutionResult result);
}
