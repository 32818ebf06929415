package io.pumasentinel.cep.wire;

import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.RequestScore;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** The small records that events and sums are made of. */
final class WireParts {
    private WireParts() {}

    static void write(DataOutputView out, Position position) throws IOException {
        WireText.write(out, position.source());
        out.writeLong(position.index());
        // One byte, which was a boolean alone before lines had parts.
        out.writeByte(position.part() << 1 | (position.file() ? 1 : 0));
    }

    static Position readPosition(DataInputView in) throws IOException {
        String source = WireText.read(in);
        long index = in.readLong();
        int place = in.readUnsignedByte();
        return new Position(source, index, (place & 1) == 1, place >>> 1);
    }

    static void write(DataOutputView out, @Nullable RequestScore score) throws IOException {
        out.writeBoolean(score != null);
        if (score != null) {
            out.writeDouble(score.score());
            out.writeLong(score.expectedNanos());
            out.writeLong(score.upperNanos());
            WireText.write(out, score.metric());
            out.writeDouble(score.observed());
            out.writeDouble(score.expected());
            out.writeDouble(score.upper());
        }
    }

    static @Nullable RequestScore readScore(DataInputView in) throws IOException {
        return in.readBoolean()
                ? new RequestScore(
                        in.readDouble(),
                        in.readLong(),
                        in.readLong(),
                        metric(WireText.read(in)),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble())
                : null;
    }

    /** The constant instead of a copy for every request. */
    private static String metric(String read) {
        return switch (read) {
            case RequestScore.LATENCY -> RequestScore.LATENCY;
            case RequestScore.BYTES -> RequestScore.BYTES;
            case RequestScore.QUEUE -> RequestScore.QUEUE;
            default -> read;
        };
    }

    static void write(DataOutputView out, @Nullable MetricScore score) throws IOException {
        out.writeBoolean(score != null);
        if (score != null) {
            WireText.write(out, score.metric());
            out.writeDouble(score.score());
            out.writeDouble(score.observed());
            out.writeDouble(score.expected());
            out.writeDouble(score.lower());
            out.writeDouble(score.upper());
            out.writeLong(score.spanMillis());
        }
    }

    static @Nullable MetricScore readMetric(DataInputView in) throws IOException {
        return in.readBoolean()
                ? new MetricScore(
                        WireText.read(in),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readLong())
                : null;
    }

    static void writeMetrics(DataOutputView out, List<MetricScore> scores) throws IOException {
        WireText.writeSize(out, scores.size());
        for (int i = 0; i < scores.size(); i++) {
            write(out, scores.get(i));
        }
    }

    static List<MetricScore> readMetrics(DataInputView in) throws IOException {
        MetricScore[] scores = new MetricScore[WireText.readSize(in)];
        for (int i = 0; i < scores.length; i++) {
            MetricScore score = readMetric(in);
            if (score == null) {
                throw new IOException("a score is missing (got null); any score");
            }
            scores[i] = score;
        }
        return List.of(scores);
    }

    static void write(DataOutputView out, List<Evidence> evidence) throws IOException {
        WireText.writeSize(out, evidence.size());
        for (int i = 0; i < evidence.size(); i++) {
            Evidence sample = evidence.get(i);
            out.writeLong(sample.timestampMillis());
            write(out, sample.position());
            WireText.write(out, sample.text());
        }
    }

    static List<Evidence> readEvidence(DataInputView in) throws IOException {
        Evidence[] evidence = new Evidence[WireText.readSize(in)];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = new Evidence(in.readLong(), readPosition(in), WireText.read(in));
        }
        return evidence.length == 1 ? List.of(evidence[0]) : Arrays.asList(evidence);
    }
}
