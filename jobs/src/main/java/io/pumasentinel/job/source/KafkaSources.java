package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Builds the source for live traffic. */
public final class KafkaSources {

    private KafkaSources() {}

    /**
     * Reads the topics for ever: from the checkpoint, else from where the input says; only
     * committed transactions, unless the client properties say otherwise. Use it with {@link
     * WatermarkStrategies#live}.
     */
    public static ResumableKafkaSource of(KafkaInput input, IngestSettings settings) {
        var properties = new Properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(input.clientProperties());
        var lines = new PumaRecordDeserializer(settings, input.origins());
        KafkaSource<PumaEvent> kafka =
                KafkaSource.<PumaEvent>builder()
                        .setBootstrapServers(input.bootstrapServers())
                        .setTopics(input.topics())
                        .setGroupId(input.groupId())
                        .setStartingOffsets(offsets(input.start()))
                        .setDeserializer(lines)
                        .setProperties(properties)
                        .build();
        return new ResumableKafkaSource(kafka, lines);
    }

    @SuppressWarnings("deprecation") // The connector offers nothing else to name the fallback.
    private static OffsetsInitializer offsets(KafkaInput.Start start) {
        return switch (start) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }
}
