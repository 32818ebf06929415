package io.pumasentinel.elasticsearch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What became of documents, as metrics of the sink's operator in the group {@code elasticsearch}.
 *
 * @param written documents that the sink added or replaced
 * @param alreadyWritten documents that were there: the mark of a replay
 * @param retried operations tried again, once for every trial
 * @param rejected documents that Elasticsearch will never take
 * @param deadLettered dead letters written, also counted in {@code written}
 * @param lost documents gone for good; anything but 0 needs a person
 */
record SinkCounters(
        Counter written,
        Counter alreadyWritten,
        Counter retried,
        Counter rejected,
        Counter deadLettered,
        Counter lost) {

    /** Registers the counters. */
    static SinkCounters in(MetricGroup operator) {
        MetricGroup group = operator.addGroup("elasticsearch");
        return new SinkCounters(
                group.counter("written"),
                group.counter("alreadyWritten"),
                group.counter("retried"),
                group.counter("rejected"),
                group.counter("deadLettered"),
                group.counter("lost"));
    }
}
