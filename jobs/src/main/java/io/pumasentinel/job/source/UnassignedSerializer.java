package io.pumasentinel.job.source;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes the enumerator's state: the one split, or nothing once a reader has it. */
final class UnassignedSerializer implements SimpleVersionedSerializer<List<MergedSplit>> {

    private final MergedSplitSerializer splits = new MergedSplitSerializer();

    @Override
    public int getVersion() {
        return splits.getVersion();
    }

    @Override
    public byte[] serialize(List<MergedSplit> unassigned) throws IOException {
        return unassigned.isEmpty() ? new byte[0] : splits.serialize(unassigned.get(0));
    }

    @Override
    public List<MergedSplit> deserialize(int version, byte[] bytes) throws IOException {
        return bytes.length == 0 ? List.of() : List.of(splits.deserialize(version, bytes));
    }
}
