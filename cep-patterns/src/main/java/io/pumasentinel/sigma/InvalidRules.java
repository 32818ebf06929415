package io.pumasentinel.sigma;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot be loaded, with everything that is wrong with them. */
public final class InvalidRules extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    InvalidRules(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of files and lines; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
