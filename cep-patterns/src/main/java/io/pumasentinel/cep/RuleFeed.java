package io.pumasentinel.cep;

import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a job: those that it was submitted with and, if it has any, the stream of their
 * changes.
 */
public final class RuleFeed {
    private final List<RuleSource> submitted;
    private final @Nullable DataStream<RuleVersion> changes;

    private RuleFeed(List<RuleSource> submitted, @Nullable DataStream<RuleVersion> changes) {
        this.submitted = List.copyOf(submitted);
        this.changes = changes;
    }

    /** Rules that stay as they are. */
    public static RuleFeed fixed(List<RuleSource> rules) {
        return new RuleFeed(rules, null);
    }

    /**
     * Rules that change.
     *
     * @param changes of one subtask, so that all operators see them in one order, with a watermark
     *     that holds nothing up
     */
    public static RuleFeed changing(List<RuleSource> rules, DataStream<RuleVersion> changes) {
        return new RuleFeed(rules, changes);
    }

    /** The rules at submission. */
    public List<RuleSource> submitted() {
        return submitted;
    }

    /**
     * Lets a function follow the rules. Without changes it has one input: a second one, even if it
     * ends at once, could hold event time up until a short input is over.
     */
    public <I, O> SingleOutputStreamOperator<O> process(
            KeyedStream<I, String> stream,
            RuledFunction<?, I, O> function,
            TypeInformation<O> type) {
        return changes == null
                ? stream.transform("Rules", type, new FixedRulesOperator<>(function))
                : stream.connect(changes.broadcast(RuleVersions.STATE)).process(function, type);
    }

    /** The versions to come, for operators that keep {@link RuleVersions#STATE} themselves. */
    Optional<DataStream<RuleVersion>> changes() {
        return Optional.ofNullable(changes).map(DataStream::broadcast);
    }
}
