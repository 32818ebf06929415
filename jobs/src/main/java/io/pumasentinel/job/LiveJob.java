package io.pumasentinel.job;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.config.CheckpointConfig;
import io.pumasentinel.job.config.KafkaConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.config.ServiceConfig;
import io.pumasentinel.job.config.TopicConfig;
import io.pumasentinel.job.config.WatermarkConfig;
import io.pumasentinel.job.decision.Decisions;
import io.pumasentinel.job.rules.ChangingRules;
import io.pumasentinel.job.source.KafkaInput;
import io.pumasentinel.job.source.KafkaSources;
import io.pumasentinel.job.source.LiveTiming;
import io.pumasentinel.job.source.TopicOrigin;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job on live input: Kafka in; whatever sinks it is given out; checkpoints. */
public final class LiveJob {
    private LiveJob() {}

    /** The Flink settings of a live job, beside {@link JobConfiguration#pipeline()}. */
    public static Configuration configuration(SentinelConfig config) {
        CheckpointConfig checkpoints = config.checkpoints();
        Configuration flink = JobConfiguration.pipeline();
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.interval());
        flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoints.timeout());
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, checkpoints.tolerableFailures());
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (checkpoints.folder() != null) {
            flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(checkpoints.folder()));
        }
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        return flink;
    }

    /**
     * Adds source, graph and sinks.
     *
     * @param rate event time per clock time once the input is quiet: 1 for live input
     * @throws InvalidRules if a rule is wrong
     */
    public static void define(
            StreamExecutionEnvironment environment,
            SentinelConfig config,
            List<RuleSource> rules,
            double rate,
            JobSinks sinks)
            throws InvalidRules {
        WatermarkConfig watermarks = config.watermarks();
        LiveTiming timing =
                new LiveTiming(
                        watermarks.bound().toMillis(),
                        watermarks.quietAfter().toMillis(),
                        watermarks.idleAfter().toMillis(),
                        rate);
        DataStream<PumaEvent> lines =
                environment
                        .fromSource(
                                KafkaSources.of(input(config), config.ingest().settings()),
                                WatermarkStrategies.live(timing),
                                "kafka")
                        .uid("kafka");
        JobSettings settings = JobSettings.of(config, rules);
        // A replay runs faster than the clock, and its end is no silence.
        SentinelJob.define(
                lines,
                rate == 1 ? settings.onLiveInput() : settings,
                ChangingRules.of(environment, config, rules),
                Decisions.of(environment, config.kafka()).orElse(null),
                sinks);
    }

    /** Flink wants a scheme; a person may give a plain path. */
    private static String uri(String folder) {
        return folder.contains(":/") ? folder : Path.of(folder).toAbsolutePath().toUri().toString();
    }

    private static KafkaInput input(SentinelConfig config) {
        KafkaConfig kafka = config.kafka();
        Map<String, TopicOrigin> origins = new HashMap<>();
        for (TopicConfig topic : kafka.sources()) {
            origins.put(topic.topic(), origin(topic, config.service()));
        }
        return new KafkaInput(
                String.join(",", kafka.bootstrapServers()),
                kafka.sources().stream().map(TopicConfig::topic).toList(),
                kafka.groupId(),
                KafkaInput.Start.valueOf(kafka.startFrom().name()),
                origins,
                kafka.clientProperties());
    }

    /** The topic's own words, else the configuration's, else the default. */
    private static TopicOrigin origin(TopicConfig topic, ServiceConfig service) {
        return new TopicOrigin(
                first(topic.service(), service.name(), TopicOrigin.DEFAULT.service()),
                first(topic.host(), service.host(), TopicOrigin.DEFAULT.host()));
    }

    private static String first(
            @Nullable String topic, @Nullable String configured, String otherwise) {
        if (topic != null) {
            return topic;
        }
        return configured == null ? otherwise : configured;
    }
}
