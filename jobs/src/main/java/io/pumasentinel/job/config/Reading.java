package io.pumasentinel.job.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One file being read: what to be strict about, and the problems found so far. */
final class Reading {

    /** How much beyond the file's own text must be in order. */
    enum Depth {
        /** The text alone. */
        TEXT,
        /** And every secret it refers to can be read here. */
        SECRETS,
        /** And nothing is missing that a live run needs. */
        LIVE
    }

    private final String file;
    private final Map<String, String> env;
    private final Depth depth;
    private final List<ConfigProblem> problems = new ArrayList<>();

    Reading(String file, Map<String, String> env, Depth depth) {
        this.file = file;
        this.env = Map.copyOf(env);
        this.depth = depth;
    }

    Map<String, String> env() {
        return env;
    }

    boolean checksSecrets() {
        return depth != Depth.TEXT;
    }

    boolean isLive() {
        return depth == Depth.LIVE;
    }

    void add(Place place, String field, String message) {
        problems.add(new ConfigProblem(file, place.line(), place.column(), field, message));
    }

    int problemCount() {
        return problems.size();
    }

    /** By line and column; problems of one place in the order in which they were found. */
    List<ConfigProblem> problems() {
        return problems.stream()
                .sorted(
                        Comparator.comparingInt(ConfigProblem::line)
                                .thenComparingInt(ConfigProblem::column))
                .toList();
    }
}
