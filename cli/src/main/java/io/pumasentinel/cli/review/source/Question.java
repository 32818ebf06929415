package io.pumasentinel.cli.review.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts documents of a stream in groups, the largest first.
 *
 * @param stream where to look
 * @param span when
 * @param where what all documents meet
 * @param by the fields whose values make the groups; none: everything is one group
 * @param measures what to tell of each group beside its number of documents
 * @param order one of the measures if it, instead of that number, ranks the groups; only with one
 *     field in {@code by}
 */
public record Question(
        DocumentStream stream,
        Span span,
        List<Condition> where,
        List<Field> by,
        List<Measure> measures,
        @Nullable Measure order) {
    /** At most so many groups are told. */
    static final int MOST = 1000;

    /** Checks the order. */
    public Question {
        where = List.copyOf(where);
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        if (order != null && (by.size() != 1 || !measures.contains(order))) {
            throw new IllegalArgumentException(
                    "order: no measure of groups by one field (got " + order + ")");
        }
    }
}
