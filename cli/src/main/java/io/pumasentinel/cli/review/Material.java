package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Answers;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewSource;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a review's chapters are made of.
 *
 * @param scope what it is about
 * @param answers to all questions
 * @param alerts that fired in the span
 * @param earlier alerts that fired in the span before
 * @param lacks why the source has nothing of a stream
 */
record Material(
        Scope scope,
        Answers answers,
        List<ReviewedAlert> alerts,
        List<ReviewedAlert> earlier,
        Map<DocumentStream, String> lacks) {

    static Material gather(
            ReviewSource source, Scope scope, Overview overview, List<Chapter> chapters)
            throws IOException {
        Set<Question> questions = new LinkedHashSet<>(overview.questions());
        chapters.forEach(chapter -> questions.addAll(chapter.questions()));
        questions.add(scope.lead(DocumentStream.WINDOWS));
        questions.add(scope.lead(DocumentStream.REQUESTS));
        Map<DocumentStream, String> lacks = new EnumMap<>(DocumentStream.class);
        for (DocumentStream stream : DocumentStream.values()) {
            source.lacks(stream).ifPresent(why -> lacks.put(stream, why));
        }
        return new Material(
                scope,
                source.answer(new ArrayList<>(questions)),
                source.alerts(scope.span(), scope.where()),
                source.alerts(scope.span().before(), scope.where()),
                lacks);
    }

    /** Why there is nothing of a stream. */
    Optional<String> lack(DocumentStream stream) {
        return Optional.ofNullable(lacks.get(stream));
    }

    /** The groups of the span. */
    List<Group> now(Question question) {
        return answers.to(question);
    }

    /** The groups of the span before. */
    List<Group> before(Question question) {
        return answers.to(scope.before(question));
    }

    /** The group of the span before with the same keys, if it is known. */
    Optional<Group> before(Question question, Group now) {
        return before(question).stream()
                .filter(group -> group.keys().equals(now.keys()))
                .findFirst();
    }

    /** Its documents in the span before: 0 if there were none, NaN if nobody knows. */
    double countBefore(Question question, Group now) {
        return isComparable(question.stream())
                ? before(question, now).map(Group::count).orElse(0L)
                : Double.NaN;
    }

    /**
     * Whether the span before was recorded from its beginning: else everything would look as if it
     * had grown. Windows tell it of windows and alerts, requests of all else, which is kept for
     * less long.
     */
    boolean isComparable(DocumentStream stream) {
        boolean ofWindows = stream == DocumentStream.WINDOWS || stream == DocumentStream.ALERTS;
        DocumentStream telling = ofWindows ? DocumentStream.WINDOWS : DocumentStream.REQUESTS;
        return answers.all(scope.lead(telling)).count() > 0;
    }
}
