package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleChanges;
import io.pumasentinel.sigma.RuleSource;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a compacted topic of rules: the key names the file, the value is its YAML, none for a file
 * that is no more; it takes effect at the record's time.
 */
final class RuleRecords implements KafkaRecordDeserializationSchema<RuleChanges> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RuleChanges> out) {
        String name = record.key() == null ? "" : text(record.key());
        String text = record.value() == null ? "" : text(record.value());
        RuleSource file = new RuleSource(record.topic() + "/" + name, text, RuleSource.CHANGED);
        out.collect(RuleChanges.of(file, record.timestamp()));
    }

    @Override
    public TypeInformation<RuleChanges> getProducedType() {
        return TypeInformation.of(RuleChanges.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
