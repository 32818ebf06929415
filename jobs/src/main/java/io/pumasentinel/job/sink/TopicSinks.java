package io.pumasentinel.job.sink;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.job.config.KafkaConfig;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Kafka topics for alerts and dead letters: the same JSON as in Elasticsearch, keyed by the
 * document's id, at least once.
 */
final class TopicSinks {
    private final KafkaConfig kafka;

    TopicSinks(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    void alerts(DataStream<Alert> alerts) {
        if (kafka.alertTopic() != null) {
            alerts.sinkTo(sink(new AlertRecords(kafka.alertTopic())))
                    .name("alert topic")
                    .uid("sink-alert-topic");
        }
    }

    void deadLetters(DataStream<DeadLetter> letters) {
        if (kafka.deadLetterTopic() != null) {
            letters.sinkTo(sink(new DeadLetterRecords(kafka.deadLetterTopic())))
                    .name("dead letter topic")
                    .uid("sink-dead-letter-topic");
        }
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> records) {
        Properties properties = new Properties();
        properties.putAll(kafka.clientProperties());
        return KafkaSink.<T>builder()
                .setBootstrapServers(String.join(",", kafka.bootstrapServers()))
                .setKafkaProducerConfig(properties)
                .setRecordSerializer(records)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    private abstract static class Records<T> implements KafkaRecordSerializationSchema<T> {
        private static final long serialVersionUID = 1L;

        private final String topic;
        private transient @Nullable Documents documents;

        Records(String topic) {
            this.topic = topic;
        }

        final ProducerRecord<byte[], byte[]> keyed(String id, Function<Documents, byte[]> value) {
            Documents made = documents;
            if (made == null) {
                made = new Documents();
                documents = made;
            }
            return new ProducerRecord<>(
                    topic, id.getBytes(StandardCharsets.UTF_8), value.apply(made));
        }
    }

    private static final class AlertRecords extends Records<Alert> {
        private static final long serialVersionUID = 1L;

        AlertRecords(String topic) {
            super(topic);
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                Alert alert, KafkaSinkContext context, Long timestamp) {
            return keyed(alert.id(), documents -> documents.of(alert));
        }
    }

    private static final class DeadLetterRecords extends Records<DeadLetter> {
        private static final long serialVersionUID = 1L;

        DeadLetterRecords(String topic) {
            super(topic);
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                DeadLetter letter, KafkaSinkContext context, Long timestamp) {
            return keyed(Documents.idOf(letter), documents -> documents.of(letter));
        }
    }
}
