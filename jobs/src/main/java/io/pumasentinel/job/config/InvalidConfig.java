package io.pumasentinel.job.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file with problems: all that were found, in the order of the file. */
public final class InvalidConfig extends Exception {

    private static final long serialVersionUID = 1;

    private final List<ConfigProblem> problems;

    InvalidConfig(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, by line and column. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
