package io.pumasentinel.job.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memories of all sources, shared out anew at every restart.
 *
 * <p>Nobody can say beforehand which subtask will read which partition. So each gets everything
 * that was saved, and saves what it has seen itself; what nobody has seen since the restart is kept
 * by the first subtask. Where two have saved the same source, the one that got further is right.
 */
final class PartitionMemories {

    private final int maxEndpoints;
    private final boolean keepsUnseen;
    private final Map<String, SavedPartition> unseen = new HashMap<>();
    private final Map<String, PartitionMemory> seen = new HashMap<>();

    PartitionMemories(int maxEndpoints, boolean keepsUnseen) {
        this.maxEndpoints = maxEndpoints;
        this.keepsUnseen = keepsUnseen;
    }

    void restore(Iterable<SavedPartition> all) {
        for (SavedPartition saved : all) {
            unseen.merge(saved.source(), saved, (a, b) -> a.lastIndex() >= b.lastIndex() ? a : b);
        }
    }

    PartitionMemory of(String source) {
        PartitionMemory memory = seen.get(source);
        if (memory == null) {
            SavedPartition saved = unseen.remove(source);
            memory =
                    saved == null
                            ? new PartitionMemory(source, maxEndpoints)
                            : new PartitionMemory(saved, maxEndpoints);
            seen.put(source, memory);
        }
        return memory;
    }

    List<SavedPartition> saved() {
        var all = new ArrayList<SavedPartition>(seen.size() + unseen.size());
        seen.values().forEach(memory -> all.add(memory.saved()));
        if (keepsUnseen) {
            all.addAll(unseen.values());
        }
        return all;
    }
}
