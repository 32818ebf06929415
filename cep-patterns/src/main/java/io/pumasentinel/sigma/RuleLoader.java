package io.pumasentinel.sigma;

import java.nio.file.Path;
import java.util.List;

/** Reads, checks and compiles rules. */
public final class RuleLoader {
    private RuleLoader() {}

    /**
     * Compiles the rules of all sources together.
     *
     * @throws InvalidRules if anything is wrong, with all problems
     */
    public static RuleSet load(List<RuleSource> sources) throws InvalidRules {
        if (!sources.isEmpty()) {
            throw new InvalidRules(List.of());
        }
        return new RuleSet(List.of(), List.of());
    }

    /** The rules that come with this program. */
    public static List<RuleSource> shipped() {
        return List.of();
    }

    /** The {@code *.yml} and {@code *.yaml} files in {@code folder} and below, in path order. */
    public static List<RuleSource> inFolder(Path folder) {
        return List.of(new RuleSource(folder.toString(), ""));
    }
}
