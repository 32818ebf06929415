package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Condition;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review is about.
 *
 * @param span when
 * @param service of which service; null: of all
 */
public record Scope(Span span, @Nullable String service) {

    List<Condition> where() {
        return service == null ? List.of() : List.of(new Condition.Is(Field.SERVICE, service));
    }

    /** A question about the span. */
    Question ask(
            DocumentStream stream, List<Condition> where, List<Field> by, List<Measure> measures) {
        return question(stream, span, where, by, measures, null);
    }

    /** A question about the span whose groups one of its measures ranks. */
    Question ask(
            DocumentStream stream,
            List<Condition> where,
            Field by,
            List<Measure> measures,
            Measure order) {
        return question(stream, span, where, List.of(by), measures, order);
    }

    /** Whether the stream has anything where the span before begins. */
    Question lead(DocumentStream stream) {
        Span lead = span.before().lead();
        return question(stream, lead, List.of(), List.of(), List.of(), null);
    }

    /** The same question about the span before. */
    Question before(Question question) {
        return new Question(
                question.stream(),
                span.before(),
                question.where(),
                question.by(),
                question.measures(),
                question.order());
    }

    private Question question(
            DocumentStream stream,
            Span when,
            List<Condition> where,
            List<Field> by,
            List<Measure> measures,
            @Nullable Measure order) {
        List<Condition> all = new ArrayList<>(where());
        all.addAll(where);
        return new Question(stream, when, all, by, measures, order);
    }
}
