package io.pumasentinel.cli.backtest;

import java.util.List;
import java.util.stream.Collectors;

/** A truth file that cannot be used, with everything that is wrong with it. */
public final class InvalidTruth extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<TruthProblem> problems;

    InvalidTruth(List<TruthProblem> problems) {
        super(problems.stream().map(TruthProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the lines. */
    public List<TruthProblem> problems() {
        return problems;
    }
}
