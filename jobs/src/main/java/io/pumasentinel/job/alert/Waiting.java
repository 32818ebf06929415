package io.pumasentinel.job.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ListState;

/** Records that wait in the state of a key for the watermark to pass their time. */
public final class Waiting {
    private Waiting() {}

    /**
     * Takes those out of the state that are due, in no order.
     *
     * @param dueMillis the event time from which on a record is due
     * @throws Exception if the state cannot be read or written
     */
    public static <T> List<T> takeDue(
            ListState<T> waiting, ToLongFunction<T> dueMillis, long timestampMillis)
            throws Exception {
        List<T> due = new ArrayList<>();
        List<T> later = new ArrayList<>();
        for (T each : waiting.get()) {
            (dueMillis.applyAsLong(each) <= timestampMillis ? due : later).add(each);
        }
        if (later.isEmpty()) {
            waiting.clear();
        } else {
            waiting.update(later);
        }
        return due;
    }
}
