package io.pumasentinel.elasticsearch;

import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Turns one element of a stream into the documents that tell it.
 *
 * <p>A pure function of the element: after a replay the same element must give operations with the
 * same indices, ids and versions. Called by one thread.
 *
 * @param <T> the stream's type
 */
@FunctionalInterface
public interface DocumentConverter<T> extends Serializable {

    /**
     * Hands every document of the element to {@code out}: none, one or several.
     *
     * <p>An exception fails the job, so an element that cannot be told must become a dead letter
     * here.
     */
    void convert(T element, Consumer<BulkOperation> out);
}
