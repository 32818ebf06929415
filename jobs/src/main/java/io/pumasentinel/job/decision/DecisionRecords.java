package io.pumasentinel.job.decision;

import io.pumasentinel.event.Position;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the control topic; what the text means is decided later, where it can be refused. */
final class DecisionRecords implements KafkaRecordDeserializationSchema<DecisionRecord> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 16 * 1024;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<DecisionRecord> out) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        String text = new String(value, 0, Math.min(value.length, LONGEST), StandardCharsets.UTF_8);
        Position position =
                new Position(record.topic() + "-" + record.partition(), record.offset(), false);
        out.collect(new DecisionRecord(text, position, record.timestamp()));
    }

    @Override
    public TypeInformation<DecisionRecord> getProducedType() {
        return TypeInformation.of(DecisionRecord.class);
    }
}
