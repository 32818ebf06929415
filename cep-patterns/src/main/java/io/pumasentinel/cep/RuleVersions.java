package io.pumasentinel.cep;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator built from the rules, for each of their versions; which one counts is said by
 * event time. The newest {@value #KEPT} versions are kept, in the broadcast state and built.
 *
 * <p>Looking up costs two comparisons while events stay within one version. Not thread-safe: one
 * instance an operator.
 *
 * @param <T> what the operator builds
 */
public final class RuleVersions<T> {
    /** The versions by the time from which they hold; the same in every operator. */
    public static final MapStateDescriptor<Long, RuleVersion> STATE =
            new MapStateDescriptor<>(
                    "rule-versions", Types.LONG, TypeInformation.of(RuleVersion.class));

    static final int KEPT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(RuleVersions.class);

    private final List<RuleSource> submitted;
    private final Build<T> build;
    private final TreeMap<Long, T> built = new TreeMap<>();
    private boolean restored;
    private T current;
    private long currentFrom = Long.MIN_VALUE;
    private long currentTo = Long.MAX_VALUE;

    /**
     * @param submitted the rules that the job was submitted with
     * @param first what was built from them
     * @param build builds from any others
     */
    public RuleVersions(List<RuleSource> submitted, T first, Build<T> build) {
        this.submitted = submitted;
        this.build = build;
        this.current = first;
        built.put(Long.MIN_VALUE, first);
    }

    /** Builds what the operator needs. */
    @FunctionalInterface
    public interface Build<T> {
        /** What is needed of {@code rules}. */
        T of(List<RuleSource> rules) throws InvalidRules;
    }

    /** What counts at the event time. */
    public T at(long eventMillis) {
        if (eventMillis < currentFrom || eventMillis >= currentTo) {
            Map.Entry<Long, T> found = built.floorEntry(eventMillis);
            Map.Entry<Long, T> counts = found == null ? built.firstEntry() : found;
            Long next = built.higherKey(counts.getKey());
            current = counts.getValue();
            currentFrom = counts.getKey();
            currentTo = next == null ? Long.MAX_VALUE : next;
        }
        return current;
    }

    /** Whether {@link #restore} has been called. */
    public boolean isRestored() {
        return restored;
    }

    /** Builds what a checkpoint remembers; to be called once before anything else. */
    public void restore(ReadOnlyBroadcastState<Long, RuleVersion> state) throws Exception {
        restored = true;
        TreeMap<Long, RuleVersion> oldestFirst = new TreeMap<>();
        for (Map.Entry<Long, RuleVersion> entry : state.immutableEntries()) {
            oldestFirst.put(entry.getKey(), entry.getValue());
        }
        oldestFirst.values().forEach(this::add);
    }

    /** Takes a new version in; it may replace one of the same second. */
    public void take(RuleVersion version, BroadcastState<Long, RuleVersion> state)
            throws Exception {
        if (!restored) {
            restore(state);
        }
        state.put(version.effectiveMillis(), version);
        add(version);
        while (built.size() > KEPT) {
            long oldest = built.firstKey();
            built.remove(oldest);
            state.remove(oldest);
        }
        forgetCurrent();
    }

    private void add(RuleVersion version) {
        try {
            built.put(version.effectiveMillis(), build.of(version.over(submitted)));
        } catch (InvalidRules e) {
            // A checkpoint of another release may hold what this one refuses.
            LOG.error(
                    "Rules of a checkpoint no longer load, those before stay:\n{}", e.getMessage());
            built.put(version.effectiveMillis(), at(version.effectiveMillis()));
        }
        forgetCurrent();
    }

    private void forgetCurrent() {
        currentFrom = Long.MAX_VALUE;
        currentTo = Long.MIN_VALUE;
    }
}
