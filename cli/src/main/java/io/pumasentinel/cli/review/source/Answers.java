package io.pumasentinel.cli.review.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups of every question, largest first; of equal ones by their keys. */
public final class Answers {
    private final Map<Question, List<Group>> groups = new HashMap<>();

    /** Takes the answer to one question, in any order. */
    public void put(Question question, List<Group> answer) {
        Comparator<Group> ranked = Comparator.comparingDouble(group -> -rank(question, group));
        groups.put(
                question,
                answer.stream()
                        .sorted(ranked.thenComparing(group -> String.join("\0", group.keys())))
                        .limit(Question.MOST)
                        .toList());
    }

    /**
     * The groups of a question.
     *
     * @throws IllegalArgumentException if it was not asked
     */
    public List<Group> to(Question question) {
        List<Group> answer = groups.get(question);
        if (answer == null) {
            throw new IllegalArgumentException("question: not asked (got " + question + ")");
        }
        return answer;
    }

    /** The one group of a question that makes none. */
    public Group all(Question question) {
        return to(question).get(0);
    }

    private static double rank(Question question, Group group) {
        return question.order() == null ? group.count() : group.value(question.order());
    }
}
