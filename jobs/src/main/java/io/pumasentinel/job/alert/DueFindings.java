package io.pumasentinel.job.alert;

import io.pumasentinel.event.Finding;
import java.util.List;
import org.apache.flink.api.common.state.ListState;

/** Findings that wait for the watermark to pass their second. */
public final class DueFindings {
    private DueFindings() {}

    /** The last millisecond of the finding's second: from then on no earlier one can come. */
    public static long dueMillis(Finding finding) {
        return finding.timestampMillis() + 999;
    }

    /**
     * Takes those out of the state that are due, in no order.
     *
     * @throws Exception if the state cannot be read or written
     */
    public static List<Finding> take(ListState<Finding> waiting, long timestampMillis)
            throws Exception {
        return Waiting.takeDue(waiting, DueFindings::dueMillis, timestampMillis);
    }
}
