package io.pumasentinel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one rule matched for one group within one event second: what crosses the network
 * instead of the raw events. Several records of one rule, group and second may occur (a checkpoint
 * flushes what is there); they add up.
 *
 * @param ruleId the single-event rule that matched
 * @param service the service of the matched events
 * @param groupBy the fields that {@code groupKey} is made of, joined by {@code ,}; empty when the
 *     group is the service
 * @param groupKey the fields' values, joined by U+001F
 * @param entity what the group is about
 * @param secondMillis the event second, a multiple of 1000
 * @param count matches, at least 1
 * @param first position of the first match: order inside the second
 * @param distinctField the text fields whose distinct values are collected, joined by {@code ,}, or
 *     the number whose values are added up; empty for none
 * @param distinctHashes 64-bit hashes of the distinct values, at most {@value #MAX_DISTINCT}
 * @param amount the sum of the numbers, in the field's unit; 0 if none are added up
 * @param endpoint the endpoint of the first match; null if it had none
 * @param host the host of the first match
 * @param addresses client addresses of the matches, distinct, at most 10
 * @param metric the anomaly that matched; null for requests
 * @param evidence the first matches, at most 10
 */
public record SignalSum(
        String ruleId,
        String service,
        String groupBy,
        String groupKey,
        Entity entity,
        long secondMillis,
        long count,
        Position first,
        String distinctField,
        long[] distinctHashes,
        double amount,
        @Nullable String endpoint,
        String host,
        List<String> addresses,
        @Nullable MetricScore metric,
        List<Evidence> evidence) {

    /** The most distinct values that one record carries. */
    public static final int MAX_DISTINCT = 256;

    /** The key by which sums of one group meet: service, fields and values. */
    public String key() {
        return service + '\u001e' + groupBy + '\u001e' + groupKey;
    }

    /** The fields of the group that has this {@link #key()}; as {@link #groupBy()}. */
    public static String groupByOf(String key) {
        int start = key.indexOf('\u001e') + 1;
        return key.substring(start, key.indexOf('\u001e', start));
    }
}
