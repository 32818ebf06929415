package io.pumasentinel.job.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes a split as its number of files, then path, service, host and line count of each. */
final class MergedSplitSerializer implements SimpleVersionedSerializer<MergedSplit> {

    private static final int VERSION = 1;
    private static final int GUESSED_BYTES = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(MergedSplit split) throws IOException {
        var out = new DataOutputSerializer(GUESSED_BYTES);
        out.writeInt(split.files().size());
        for (int i = 0; i < split.files().size(); i++) {
            FileInput file = split.files().get(i);
            out.writeUTF(file.path());
            out.writeUTF(file.service());
            out.writeUTF(file.host());
            out.writeUTF(file.format().name());
            out.writeLong(split.linesDone(i));
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public MergedSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "state of the merged files: unknown version (got %d); %d is known"
                            .formatted(version, VERSION));
        }
        var in = new DataInputDeserializer(bytes);
        int count = in.readInt();
        List<FileInput> files = new ArrayList<>();
        long[] linesDone = new long[count];
        for (int i = 0; i < count; i++) {
            files.add(
                    new FileInput(
                            in.readUTF(),
                            in.readUTF(),
                            in.readUTF(),
                            LineFormat.valueOf(in.readUTF())));
            linesDone[i] = in.readLong();
        }
        return new MergedSplit(files, linesDone);
    }
}
