package io.pumasentinel.cep;

import io.pumasentinel.sigma.EventView;
import java.io.Serializable;

/**
 * Which rules a record of a stream matches.
 *
 * @param <T> the stream's type
 */
interface SignalMatches<T> extends Serializable {

    /** Hands every match of {@code record} to {@code sink}. */
    void forEach(T record, Sink sink);

    /** Takes matches. */
    interface Sink {
        /** The event that {@code view} shows matched the rule. */
        void matched(EventView view, String ruleId);
    }
}
