package io.pumasentinel.job.decision;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.job.config.KafkaConfig;
import io.pumasentinel.job.source.WatermarkStrategies;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * What people decide about alerts while the job runs. Operators, none of them without a control
 * topic: {@code control-topic}, {@code read-decisions}, each in one subtask, and {@code decide}.
 *
 * @param decisions what was decided
 * @param refusals records that are no decision
 */
public record Decisions(DataStream<Decision> decisions, DataStream<DeadLetter> refusals) {

    /** Those of the configured control topic; empty if there is none. */
    public static Optional<Decisions> of(
            StreamExecutionEnvironment environment, KafkaConfig kafka) {
        String topic = kafka.controlTopic();
        if (topic == null) {
            return Optional.empty();
        }
        SingleOutputStreamOperator<Decision> read =
                environment
                        .fromSource(
                                source(kafka, topic),
                                WatermarkStrategies.timeless(),
                                "control topic")
                        .setParallelism(1)
                        .uid("control-topic")
                        .process(new ReadDecisions(), TypeInformation.of(Decision.class))
                        .setParallelism(1)
                        .name("read decisions")
                        .uid("read-decisions");
        return Optional.of(new Decisions(read, read.getSideOutput(ReadDecisions.REFUSALS)));
    }

    /** The alerts as they are told after what people decided. */
    public DataStream<Alert> applyTo(DataStream<Alert> alerts) {
        return alerts.keyBy(alert -> alert.entity().keyIn(alert.service()), Types.STRING)
                .connect(decisions.keyBy(Decision::key, Types.STRING))
                .process(new DecideFunction(), TypeInformation.of(Alert.class))
                .name("decide")
                .uid("decide");
    }

    /** From the last record read; without a checkpoint only what is decided from now on counts. */
    private static KafkaSource<DecisionRecord> source(KafkaConfig kafka, String topic) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(kafka.clientProperties());
        return KafkaSource.<DecisionRecord>builder()
                .setBootstrapServers(String.join(",", kafka.bootstrapServers()))
                .setTopics(topic)
                .setGroupId(kafka.groupId())
                .setStartingOffsets(OffsetsInitializer.latest())
                .setDeserializer(new DecisionRecords())
                .setProperties(properties)
                .build();
    }
}
