package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which of many rules an event may match, without asking them: one pass over each field however
 * many rules read it.
 *
 * <p>A rule that can only match where one of some texts occurs is asked only where one does. The
 * others are always asked. Not thread-safe.
 */
public final class RulePrefilter {
    private final BitSet always = new BitSet();
    private final BitSet candidates;
    private final Field[] fields;
    private final NeedleIndex[] indices;
    private final int[][] owners;

    /** For these rules, which the answers name by their places in the list. */
    public RulePrefilter(List<DetectionRule> rules) {
        Map<Field, List<String>> texts = new EnumMap<>(Field.class);
        Map<Field, List<Integer>> rulesOfTexts = new EnumMap<>(Field.class);
        for (int i = 0; i < rules.size(); i++) {
            List<Needle> needs = rules.get(i).needs();
            if (needs.isEmpty() || !needs.stream().allMatch(n -> NeedleIndex.canHold(n.text()))) {
                always.set(i);
                continue;
            }
            for (Needle needle : needs) {
                texts.computeIfAbsent(needle.field(), any -> new ArrayList<>()).add(needle.text());
                rulesOfTexts.computeIfAbsent(needle.field(), any -> new ArrayList<>()).add(i);
            }
        }
        candidates = new BitSet(rules.size());
        fields = texts.keySet().toArray(Field[]::new);
        indices = texts.values().stream().map(NeedleIndex::new).toArray(NeedleIndex[]::new);
        owners =
                rulesOfTexts.values().stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    /** The places of the rules that may match {@code view}; valid until the next call. */
    public BitSet candidates(EventView view) {
        candidates.clear();
        candidates.or(always);
        for (int i = 0; i < fields.length; i++) {
            String value = view.text(fields[i]);
            if (value != null) {
                indices[i].mark(value, owners[i], candidates);
            }
        }
        return candidates;
    }
}
