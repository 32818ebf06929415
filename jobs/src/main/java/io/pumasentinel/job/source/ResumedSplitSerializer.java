package io.pumasentinel.job.source;

import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes a partition as the connector does and, behind it, what {@link ResumedSplit} adds. Reads
 * what the connector alone has written, too.
 */
final class ResumedSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {

    /** Far from the connector's own versions, by which its states are known. */
    private static final int VERSION = 1000;

    private static final int GUESSED_BYTES = 128;

    private final KafkaPartitionSplitSerializer connector = new KafkaPartitionSplitSerializer();

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(KafkaPartitionSplit split) throws IOException {
        var out = new DataOutputSerializer(GUESSED_BYTES);
        byte[] plain = connector.serialize(split);
        out.writeInt(connector.getVersion());
        out.writeInt(plain.length);
        out.write(plain);
        long[] first = split instanceof ResumedSplit resumed ? resumed.firstPieces() : new long[0];
        out.writeInt(first.length);
        for (long offset : first) {
            out.writeLong(offset);
        }
        if (split instanceof ResumedSplit resumed) {
            out.writeLong(resumed.readBefore());
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public KafkaPartitionSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version < VERSION) {
            return connector.deserialize(version, bytes);
        }
        if (version > VERSION) {
            throw new IOException(
                    "state of a Kafka partition: unknown version (got %d); up to %d is known"
                            .formatted(version, VERSION));
        }
        var in = new DataInputDeserializer(bytes);
        int plainVersion = in.readInt();
        byte[] plain = new byte[in.readInt()];
        in.readFully(plain);
        KafkaPartitionSplit split = connector.deserialize(plainVersion, plain);
        long[] first = new long[in.readInt()];
        for (int i = 0; i < first.length; i++) {
            first[i] = in.readLong();
        }
        return first.length == 0 ? split : new ResumedSplit(split, in.readLong(), first);
    }
}
