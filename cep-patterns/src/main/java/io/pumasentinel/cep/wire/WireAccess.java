package io.pumasentinel.cep.wire;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.RequestDetail;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** The arm that nearly every event fills. */
@SuppressWarnings("EnumOrdinal") // both ends of an exchange run the same classes
final class WireAccess {
    private static final AuthOutcome[] OUTCOMES = AuthOutcome.values();

    private WireAccess() {}

    static void write(DataOutputView out, Access access) throws IOException {
        WireText.write(out, access.clientAddress());
        WireText.write(out, access.user());
        WireText.write(out, access.method());
        WireText.write(out, access.path());
        WireText.write(out, access.query());
        WireText.write(out, access.protocol());
        out.writeInt(access.status());
        out.writeLong(access.responseBytes());
        out.writeLong(access.durationNanos());
        WireText.write(out, access.endpoint());
        out.writeByte(access.auth().ordinal());
        out.writeBoolean(access.hijacked());
        out.writeBoolean(access.forged());
        out.writeInt(access.pid());
        WireText.write(out, access.userAgent());
        WireText.write(out, access.requestId());
        WireText.write(out, access.traceId());
        write(out, access.detail());
    }

    static Access read(DataInputView in) throws IOException {
        return new Access(
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.read(in),
                WireText.read(in),
                WireText.readNullable(in),
                WireText.read(in),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                WireText.read(in),
                OUTCOMES[in.readByte()],
                in.readBoolean(),
                in.readBoolean(),
                in.readInt(),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in),
                readDetail(in));
    }

    private static void write(DataOutputView out, @Nullable RequestDetail detail)
            throws IOException {
        out.writeBoolean(detail != null);
        if (detail != null) {
            out.writeLong(detail.queueNanos());
            WireText.write(out, detail.route());
            WireText.write(out, detail.domain());
            WireText.write(out, detail.referrer());
        }
    }

    private static @Nullable RequestDetail readDetail(DataInputView in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        return new RequestDetail(
                in.readLong(),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in));
    }
}
