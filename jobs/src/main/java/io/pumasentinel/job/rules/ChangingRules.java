package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleChanges;
import io.pumasentinel.cep.RuleFeed;
import io.pumasentinel.cep.RuleVersion;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.job.config.KafkaConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The rules of a live job with their changes: from a watched folder, from a topic, or both.
 * Operators: {@code rule-clock}, {@code rule-folder}, {@code rule-topic}, {@code rule-book}, each
 * in one subtask.
 *
 * @param feed for the operators
 * @param refusals files that were refused; empty if nothing can change
 */
public record ChangingRules(RuleFeed feed, Optional<DataStream<DeadLetter>> refusals) {
    private static final double LOOKS_PER_SECOND = 0.5;

    /** What the configuration says. */
    public static ChangingRules of(
            StreamExecutionEnvironment environment, SentinelConfig config, List<RuleSource> rules) {
        List<DataStream<RuleChanges>> inputs = new ArrayList<>();
        String folder = config.rules().folder();
        if (config.rules().watch() && folder != null) {
            inputs.add(folder(environment, folder));
        }
        String topic = config.kafka().ruleTopic();
        if (topic != null) {
            inputs.add(topic(environment, config.kafka(), topic));
        }
        return inputs.stream()
                .reduce((one, other) -> one.union(other))
                .map(changes -> of(changes, rules))
                .orElseGet(() -> new ChangingRules(RuleFeed.fixed(rules), Optional.empty()));
    }

    private static ChangingRules of(DataStream<RuleChanges> changes, List<RuleSource> rules) {
        SingleOutputStreamOperator<RuleVersion> versions =
                changes.process(new RuleBookFunction(rules), TypeInformation.of(RuleVersion.class))
                        .setParallelism(1)
                        .name("rule book")
                        .uid("rule-book");
        return new ChangingRules(
                RuleFeed.changing(rules, versions),
                Optional.of(versions.getSideOutput(RuleBookFunction.REFUSALS)));
    }

    private static DataStream<RuleChanges> folder(
            StreamExecutionEnvironment environment, String folder) {
        return environment
                .fromSource(
                        new DataGeneratorSource<>(
                                tick -> tick,
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(LOOKS_PER_SECOND),
                                Types.LONG),
                        WatermarkStrategies.timeless(),
                        "rule clock")
                .setParallelism(1)
                .uid("rule-clock")
                .flatMap(new FolderFunction(folder))
                .returns(TypeInformation.of(RuleChanges.class))
                .setParallelism(1)
                .name("rule folder")
                .uid("rule-folder");
    }

    private static DataStream<RuleChanges> topic(
            StreamExecutionEnvironment environment, KafkaConfig kafka, String topic) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(kafka.clientProperties());
        KafkaSource<RuleChanges> source =
                KafkaSource.<RuleChanges>builder()
                        .setBootstrapServers(String.join(",", kafka.bootstrapServers()))
                        .setTopics(topic)
                        .setGroupId(kafka.groupId())
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new RuleRecords())
                        .setProperties(properties)
                        .build();
        return environment
                .fromSource(source, WatermarkStrategies.timeless(), "rule topic")
                .setParallelism(1)
                .uid("rule-topic");
    }
}
