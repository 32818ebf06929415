package io.pumasentinel.cep.wire;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Unparsed;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** The arms that few events fill. */
final class WireArms {
    private WireArms() {}

    static void write(DataOutputView out, ErrorReport error) throws IOException {
        WireText.write(out, error.action());
        WireText.write(out, error.type());
        WireText.write(out, error.message());
        WireText.write(out, error.method());
        WireText.write(out, error.path());
        WireText.write(out, error.clientAddress());
        WireText.write(out, error.endpoint());
        WireText.write(out, error.stackTrace());
        WireText.write(out, error.requestId());
    }

    static ErrorReport readError(DataInputView in) throws IOException {
        return new ErrorReport(
                WireText.read(in),
                WireText.readNullable(in),
                WireText.read(in),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in),
                WireText.readNullable(in));
    }

    static void write(DataOutputView out, Lifecycle lifecycle) throws IOException {
        WireText.write(out, lifecycle.action());
        out.writeInt(lifecycle.worker());
        out.writeInt(lifecycle.pid());
        WireText.write(out, lifecycle.message());
    }

    static Lifecycle readLifecycle(DataInputView in) throws IOException {
        return new Lifecycle(WireText.read(in), in.readInt(), in.readInt(), WireText.read(in));
    }

    static void write(DataOutputView out, Unparsed unparsed) throws IOException {
        WireText.write(out, unparsed.reason());
        WireText.write(out, unparsed.line());
    }

    static Unparsed readUnparsed(DataInputView in) throws IOException {
        return new Unparsed(WireText.read(in), WireText.read(in));
    }

    static void write(DataOutputView out, StatsSample stats) throws IOException {
        WireText.write(out, stats.mode());
        out.writeInt(stats.worker());
        out.writeInt(stats.pid());
        out.writeLong(stats.lastCheckinMillis());
        out.writeInt(stats.phase());
        out.writeInt(stats.backlog());
        out.writeInt(stats.running());
        out.writeInt(stats.poolCapacity());
        out.writeInt(stats.busyThreads());
        out.writeInt(stats.maxThreads());
        out.writeLong(stats.requestsCount());
        out.writeInt(stats.backlogMax());
        out.writeInt(stats.reactorMax());
        out.writeInt(stats.workers());
        out.writeInt(stats.bootedWorkers());
        out.writeInt(stats.oldWorkers());
        out.writeDouble(stats.cpuShare());
        out.writeLong(stats.rssBytes());
        out.writeInt(stats.ioThreads());
        out.writeDouble(stats.requestRate());
        write(out, stats.gc());
        WireParts.writeMetrics(out, stats.scores());
    }

    static StatsSample readStats(DataInputView in) throws IOException {
        return new StatsSample(
                WireText.read(in),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                readGc(in),
                WireParts.readMetrics(in));
    }

    private static void write(DataOutputView out, @Nullable GcStats gc) throws IOException {
        out.writeBoolean(gc != null);
        if (gc != null) {
            out.writeLong(gc.count());
            out.writeLong(gc.timeMillis());
            out.writeLong(gc.minorCount());
            out.writeLong(gc.majorCount());
            out.writeLong(gc.liveSlots());
            out.writeLong(gc.freeSlots());
            out.writeLong(gc.oldObjects());
        }
    }

    private static @Nullable GcStats readGc(DataInputView in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        return new GcStats(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }
}
