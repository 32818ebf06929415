package io.pumasentinel.job.source;

import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.LineJoin;
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
    private final AuthSettings auth;
    private final boolean keepsUnseen;
    private final boolean only;
    private final Map<String, SavedPartition> unseen = new HashMap<>();
    private final Map<String, PartitionMemory> seen = new HashMap<>();

    /**
     * @param keepsUnseen whether this subtask is the one that saves what nobody has seen
     * @param only whether there is no other subtask
     */
    PartitionMemories(int maxEndpoints, AuthSettings auth, boolean keepsUnseen, boolean only) {
        this.maxEndpoints = maxEndpoints;
        this.auth = auth;
        this.keepsUnseen = keepsUnseen;
        this.only = only;
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
                            ? new PartitionMemory(source, maxEndpoints, auth)
                            : new PartitionMemory(saved, maxEndpoints, auth);
            seen.put(source, memory);
        }
        return memory;
    }

    /**
     * Hands out what the watermark is about to leave behind, in all partitions. What waits in a
     * partition that has been silent since the restart waits on, unless no other subtask can have
     * it.
     */
    void passed(long watermarkMillis, LineJoin.Out out) {
        if (only && !unseen.isEmpty()) {
            List.copyOf(unseen.keySet()).forEach(this::of);
        }
        seen.values().forEach(memory -> memory.passed(watermarkMillis, out));
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
