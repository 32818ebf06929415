package io.pumasentinel.benchmark;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Counts every record into an accumulator and lets none through. */
final class CountAndDrop<T> extends RichFilterFunction<T> {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final LongCounter counter = new LongCounter();

    CountAndDrop(String name) {
        this.name = name;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(name, counter);
    }

    @Override
    public boolean filter(T record) {
        counter.add(1L);
        return false;
    }
}
