package io.pumasentinel.cep;

import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A keyed function that follows the rules of a {@link RuleFeed}: it is told their versions, keeps
 * them in the broadcast state, and asks for the one of an event time.
 *
 * @param <T> what it builds from rules
 * @param <I> what it reads
 * @param <O> what it writes
 */
public abstract class RuledFunction<T, I, O>
        extends KeyedBroadcastProcessFunction<String, I, RuleVersion, O> {
    private static final long serialVersionUID = 1L;

    private transient RuleVersions<T> versions;

    @SuppressWarnings("NullAway.Init") // follow comes first.
    protected RuledFunction() {}

    /** Says what is built from rules; to be called in {@code open}. */
    protected final void follow(RuleVersions<T> followed) {
        versions = followed;
    }

    /** What was built from the rules that hold at the event time. */
    protected final T rulesAt(long eventMillis, ReadOnlyContext context) throws Exception {
        if (!versions.isRestored()) {
            versions.restore(context.getBroadcastState(RuleVersions.STATE));
        }
        return versions.at(eventMillis);
    }

    @Override
    public final void processBroadcastElement(
            RuleVersion version, Context context, Collector<O> out) throws Exception {
        versions.take(version, context.getBroadcastState(RuleVersions.STATE));
    }
}
