package io.pumasentinel.cli.review.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers what a review asks. */
public interface ReviewSource extends Closeable {

    /**
     * Answers all questions.
     *
     * @throws IOException if the source cannot be read, or only in part
     */
    Answers answer(List<Question> questions) throws IOException;

    /**
     * The alerts that fired in a span, by the time at which they did.
     *
     * @throws IOException if the source cannot be read, or only in part
     */
    List<ReviewedAlert> alerts(Span span, List<Condition> where) throws IOException;

    /** Why the source has no documents of a stream at all; empty if it may have some. */
    Optional<String> lacks(DocumentStream stream);
}
