package io.pumasentinel.job.alert;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import java.util.function.Function;

/** Looks the metadata of rules up by their names. */
final class RuleNames {
    private RuleNames() {}

    /**
     * @throws InvalidRules if the rules do not load; the command line has checked them before
     */
    static Function<String, RuleMeta> of(List<RuleSource> sources) throws InvalidRules {
        RuleSet rules = RuleLoader.load(sources);
        return name ->
                rules.meta(name)
                        .orElseThrow(
                                () -> new IllegalStateException("finding of unknown rule " + name));
    }
}
