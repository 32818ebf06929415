package io.pumasentinel.cep.wire;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.SignalSum;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes sums. */
@SuppressWarnings("EnumOrdinal") // both ends of an exchange run the same classes
final class SignalSumSerializer extends WireSerializer<SignalSum> {
    static final SignalSumSerializer INSTANCE = new SignalSumSerializer();

    private static final long serialVersionUID = 1L;
    private static final EntityType[] ENTITIES = EntityType.values();
    private static final long[] NONE = {};

    @Override
    public void serialize(SignalSum sum, DataOutputView out) throws IOException {
        WireText.write(out, sum.ruleId());
        WireText.write(out, sum.service());
        WireText.write(out, sum.groupBy());
        WireText.write(out, sum.groupKey());
        out.writeByte(sum.entity().type().ordinal());
        WireText.write(out, sum.entity().value());
        out.writeLong(sum.secondMillis());
        out.writeLong(sum.count());
        WireParts.write(out, sum.first());
        WireText.write(out, sum.distinctField());
        write(out, sum.distinctHashes());
        out.writeDouble(sum.amount());
        WireText.write(out, sum.endpoint());
        WireText.write(out, sum.host());
        WireText.writeAll(out, sum.addresses());
        WireParts.write(out, sum.metric());
        WireParts.write(out, sum.evidence());
    }

    @Override
    public SignalSum deserialize(DataInputView in) throws IOException {
        return new SignalSum(
                WireText.read(in),
                WireText.read(in),
                WireText.read(in),
                WireText.read(in),
                new Entity(ENTITIES[in.readByte()], WireText.read(in)),
                in.readLong(),
                in.readLong(),
                WireParts.readPosition(in),
                WireText.read(in),
                readHashes(in),
                in.readDouble(),
                WireText.readNullable(in),
                WireText.read(in),
                WireText.readAll(in),
                WireParts.readMetric(in),
                WireParts.readEvidence(in));
    }

    @Override
    public TypeSerializerSnapshot<SignalSum> snapshotConfiguration() {
        return new Snapshot();
    }

    private static void write(DataOutputView out, long[] hashes) throws IOException {
        WireText.writeSize(out, hashes.length);
        for (long hash : hashes) {
            out.writeLong(hash);
        }
    }

    private static long[] readHashes(DataInputView in) throws IOException {
        int size = WireText.readSize(in);
        if (size == 0) {
            return NONE;
        }
        long[] hashes = new long[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readLong();
        }
        return hashes;
    }

    /** The layout's name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SignalSum> {
        /** For Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
