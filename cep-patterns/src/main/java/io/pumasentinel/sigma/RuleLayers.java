package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules in the order of loading, those left out whose id a higher layer has as well. */
final class RuleLayers {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> highest = new HashMap<>();

    /** Adds the next rule. */
    void add(int layer, Draft draft) {
        entries.add(new Entry(layer, draft));
        if (!draft.meta().id().isEmpty()) {
            highest.merge(draft.meta().id(), layer, Math::max);
        }
    }

    /** The rules that count; two of one layer with the same id are both there, to be refused. */
    List<Draft> highest() {
        return entries.stream().filter(this::counts).map(Entry::draft).toList();
    }

    private boolean counts(Entry entry) {
        return highest.getOrDefault(entry.draft().meta().id(), entry.layer()) == entry.layer();
    }

    private record Entry(int layer, Draft draft) {}
}
