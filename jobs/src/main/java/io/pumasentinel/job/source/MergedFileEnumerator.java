package io.pumasentinel.job.source;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/** Gives the one split to the first reader that registers, and no more to anybody. */
final class MergedFileEnumerator implements SplitEnumerator<MergedSplit, List<MergedSplit>> {

    private final SplitEnumeratorContext<MergedSplit> context;
    private List<MergedSplit> unassigned;

    MergedFileEnumerator(
            SplitEnumeratorContext<MergedSplit> context, List<MergedSplit> unassigned) {
        this.context = context;
        this.unassigned = List.copyOf(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtask) {
        if (!unassigned.isEmpty()) {
            context.assignSplits(new SplitsAssignment<>(Map.of(subtask, unassigned)));
            unassigned = List.of();
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<MergedSplit> splits, int subtask) {
        unassigned = List.copyOf(splits);
    }

    @Override
    public List<MergedSplit> snapshotState(long checkpointId) {
        return unassigned;
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostname) {}

    @Override
    public void close() {}
}
