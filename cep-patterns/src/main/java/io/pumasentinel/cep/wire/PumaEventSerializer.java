package io.pumasentinel.cep.wire;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Unparsed;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes events. Each arm has its own flag, so that no event is impossible. */
@SuppressWarnings("EnumOrdinal") // both ends of an exchange run the same classes
final class PumaEventSerializer extends WireSerializer<PumaEvent> {
    static final PumaEventSerializer INSTANCE = new PumaEventSerializer();

    private static final long serialVersionUID = 1L;
    private static final EventKind[] KINDS = EventKind.values();

    private static final int ACCESS = 1;
    private static final int ERROR = 2;
    private static final int LIFECYCLE = 4;
    private static final int STATS = 8;
    private static final int UNPARSED = 16;

    @Override
    public void serialize(PumaEvent event, DataOutputView out) throws IOException {
        out.writeByte(event.kind().ordinal());
        out.writeLong(event.timestampMillis());
        WireText.write(out, event.service());
        WireText.write(out, event.host());
        WireParts.write(out, event.position());
        writeArms(event, out);
        WireParts.write(out, event.score());
        WireText.writeAll(out, event.signals());
        WireText.writeAll(out, event.ruleIds());
        WireText.writeAll(out, event.redacted());
    }

    @Override
    public PumaEvent deserialize(DataInputView in) throws IOException {
        EventKind kind = KINDS[in.readByte()];
        long timestampMillis = in.readLong();
        String service = WireText.read(in);
        String host = WireText.read(in);
        Position position = WireParts.readPosition(in);
        int arms = in.readByte();
        Access access = has(arms, ACCESS) ? WireAccess.read(in) : null;
        ErrorReport error = has(arms, ERROR) ? WireArms.readError(in) : null;
        Lifecycle lifecycle = has(arms, LIFECYCLE) ? WireArms.readLifecycle(in) : null;
        StatsSample stats = has(arms, STATS) ? WireArms.readStats(in) : null;
        Unparsed unparsed = has(arms, UNPARSED) ? WireArms.readUnparsed(in) : null;
        return new PumaEvent(
                kind,
                timestampMillis,
                service,
                host,
                position,
                access,
                error,
                lifecycle,
                stats,
                unparsed,
                WireParts.readScore(in),
                WireText.readAll(in),
                WireText.readAll(in),
                WireText.readAll(in));
    }

    @Override
    public TypeSerializerSnapshot<PumaEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    private static void writeArms(PumaEvent event, DataOutputView out) throws IOException {
        out.writeByte(
                flag(event.access(), ACCESS)
                        | flag(event.error(), ERROR)
                        | flag(event.lifecycle(), LIFECYCLE)
                        | flag(event.stats(), STATS)
                        | flag(event.unparsed(), UNPARSED));
        if (event.access() != null) {
            WireAccess.write(out, event.access());
        }
        if (event.error() != null) {
            WireArms.write(out, event.error());
        }
        if (event.lifecycle() != null) {
            WireArms.write(out, event.lifecycle());
        }
        if (event.stats() != null) {
            WireArms.write(out, event.stats());
        }
        if (event.unparsed() != null) {
            WireArms.write(out, event.unparsed());
        }
    }

    private static int flag(@Nullable Object arm, int flag) {
        return arm == null ? 0 : flag;
    }

    private static boolean has(int arms, int flag) {
        return (arms & flag) != 0;
    }

    /** The layout's name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PumaEvent> {
        /** For Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
