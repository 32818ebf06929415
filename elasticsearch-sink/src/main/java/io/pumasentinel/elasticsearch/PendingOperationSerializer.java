package io.pumasentinel.elasticsearch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/**
 * The stored form of buffered operations. Every operation begins with the number of its layout, so
 * that a later layout can still read this one.
 *
 * <p>Layout 1: layout (byte), kind (byte: 0 create, 1 versioned), dead letter (boolean), index
 * (UTF), id (UTF), version (long), length of the source (int), source.
 */
final class PendingOperationSerializer extends AsyncSinkWriterStateSerializer<PendingOperation> {

    private static final int LAYOUT = 1;

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    protected void serializeRequestToStream(PendingOperation pending, DataOutputStream out)
            throws IOException {
        BulkOperation operation = pending.operation();
        out.writeByte(LAYOUT);
        out.writeByte(operation.kind() == BulkOperation.Kind.CREATE ? 0 : 1);
        out.writeBoolean(pending.deadLetter());
        out.writeUTF(operation.index());
        out.writeUTF(operation.id());
        out.writeLong(operation.version());
        out.writeInt(operation.source().length);
        out.write(operation.source());
    }

    @Override
    protected PendingOperation deserializeRequestFromStream(long requestSize, DataInputStream in)
            throws IOException {
        int layout = in.readByte();
        if (layout != LAYOUT) {
            throw new IOException(
                    "sink state: unknown layout (got "
                            + layout
                            + "); this release reads layout "
                            + LAYOUT);
        }
        BulkOperation.Kind kind =
                in.readByte() == 0 ? BulkOperation.Kind.CREATE : BulkOperation.Kind.INDEX_VERSIONED;
        boolean deadLetter = in.readBoolean();
        String index = in.readUTF();
        String id = in.readUTF();
        long version = in.readLong();
        byte[] source = new byte[in.readInt()];
        in.readFully(source);
        return new PendingOperation(
                new BulkOperation(kind, index, id, version, source), deadLetter);
    }
}
