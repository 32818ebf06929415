package io.pumasentinel.job.decision;

import io.pumasentinel.event.DeadLetter;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Records in, decisions out; what is none goes to {@link #REFUSALS} with the reason. */
final class ReadDecisions extends ProcessFunction<DecisionRecord, Decision> {
    /** Records that are no decision. */
    static final OutputTag<DeadLetter> REFUSALS =
            new OutputTag<>("refused-decisions", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1L;
    private static final String REASON = "decision refused";
    private static final String OURSELVES = "puma-sentinel";

    @Override
    public void processElement(DecisionRecord record, Context context, Collector<Decision> out) {
        try {
            out.collect(DecisionText.read(record.text()));
        } catch (IllegalArgumentException refused) {
            context.output(
                    REFUSALS,
                    new DeadLetter(
                            REASON,
                            record.timestampMillis(),
                            OURSELVES,
                            OURSELVES,
                            record.position(),
                            String.valueOf(refused.getMessage()),
                            List.of()));
        }
    }
}
