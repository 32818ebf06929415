package io.pumasentinel.job;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.job.source.PlaceOperator;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole graph with the shipped rules, between a source of events and collecting sinks. */
final class TestJob {
    private static final AlertSettings ALERTS =
            new AlertSettings(900_000, 10, Long.MIN_VALUE, 300_000, 2, List.of());

    private TestJob() {}

    /**
     * An environment with the graph; what it writes goes to {@code sinks}. Executed, it runs on a
     * MiniCluster of its own: the environments of Flink's cluster extension draw lots for settings.
     */
    @SuppressWarnings("deprecation") // See TestSource.
    static StreamExecutionEnvironment define(TestSource source, Collected sinks, Configuration more)
            throws InvalidRules {
        Configuration configuration = JobConfiguration.pipeline();
        configuration.addAll(more);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        DataStream<PumaEvent> lines =
                environment
                        .addSource(source, "lines", TypeInformation.of(PumaEvent.class))
                        .uid("lines");
        SentinelJob.define(lines, settings(), sinks);
        return environment;
    }

    private static JobSettings settings() {
        return new JobSettings(
                BaselineSettings.defaults(),
                List.of(),
                RuleLoader.shipped(),
                ALERTS,
                PlaceOperator.DEFAULT_MAX_ENDPOINTS,
                AuthSettings.defaults(),
                false);
    }
}
