package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleBook;
import io.pumasentinel.cep.RuleChanges;
import io.pumasentinel.cep.RuleVersion;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link RuleBook}, in one subtask: changes in, versions out, refusals to the log, the
 * metric {@code refusedRules} and {@link #REFUSALS}. State: the book's content, as large as the
 * files that changed.
 */
final class RuleBookFunction extends ProcessFunction<RuleChanges, RuleVersion>
        implements CheckpointedFunction {
    /** Files that were refused. */
    static final OutputTag<DeadLetter> REFUSALS =
            new OutputTag<>("refused-rules", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RuleBookFunction.class);

    private final ArrayList<RuleSource> submitted;
    private transient RuleBook book;
    private transient ListState<RuleBook.Saved> saved;
    private transient Counter refused;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else.
    RuleBookFunction(List<RuleSource> submitted) {
        this.submitted = new ArrayList<>(submitted);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        refused = getRuntimeContext().getMetricGroup().counter("refusedRules");
        book = new RuleBook(submitted);
        saved =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "rule-book", TypeInformation.of(RuleBook.Saved.class)));
        for (RuleBook.Saved content : saved.get()) {
            book.restore(content);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        saved.update(List.of(book.save()));
    }

    @Override
    public void processElement(RuleChanges changes, Context context, Collector<RuleVersion> out) {
        RuleBook.Outcome outcome = book.apply(changes);
        for (RuleBook.Refusal refusal : outcome.refusals()) {
            refused.inc();
            LOG.error("Rule refused, the one before stays:\n{}", refusal.problems());
            context.output(REFUSALS, RefusedRule.letter(refusal, changes.effectiveMillis()));
        }
        outcome.version()
                .ifPresent(
                        version -> {
                            LOG.info(
                                    "Rules changed from event time {} ms on; {} files differ from"
                                            + " those at the start",
                                    version.effectiveMillis(),
                                    version.files().size());
                            out.collect(version);
                        });
    }
}
