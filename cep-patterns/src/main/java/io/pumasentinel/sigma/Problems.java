package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** Notes a problem at the node's first character. */
    void add(Node node, String field, String message) {
        add(node.getStartMark(), 0, field, message);
    }

    /** Notes at the node's first character what is allowed but can hardly be meant. */
    void warn(Node node, String field, String message) {
        warnings.add(problem(node.getStartMark(), 0, field, message));
    }

    /** Notes a problem {@code offset} characters behind a mark on the same line. */
    void add(Optional<Mark> mark, int offset, String field, String message) {
        found.add(problem(mark, offset, field, message));
    }

    private Problem problem(Optional<Mark> mark, int offset, String field, String message) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int col = mark.map(Mark::getColumn).orElse(0) + 1 + offset;
        return new Problem(file, line, col, field, message);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems, top to bottom. */
    List<Problem> sorted() {
        return sorted(found);
    }

    /** All warnings, top to bottom. */
    List<Problem> sortedWarnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::col))
                .toList();
    }
}
