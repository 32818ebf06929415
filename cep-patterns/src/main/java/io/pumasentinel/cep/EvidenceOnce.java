package io.pumasentinel.cep;

import io.pumasentinel.event.Evidence;
import io.pumasentinel.sigma.EventView;
import org.jspecify.annotations.Nullable;

/** Builds the evidence of an event once, however many sums want it. */
final class EvidenceOnce {
    private static final int LENGTH = 512;

    private @Nullable EventView view;
    private @Nullable Evidence evidence;

    /** The evidence of {@code wanted}; the same object while the same view is asked for. */
    Evidence of(EventView wanted) {
        Evidence known = evidence;
        if (known == null || view != wanted) {
            known = new Evidence(wanted.timestampMillis(), wanted.position(), cut(wanted.sample()));
            view = wanted;
            evidence = known;
        }
        return known;
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
