package io.pumasentinel.job.alert;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks the metadata of rules up by their names. What an incident found by a rule that is no more
 * is still told in that rule's words.
 */
final class RuleNames {
    private final Map<String, RuleMeta> ever = new HashMap<>();

    /**
     * The look-up for one version of the rules.
     *
     * @throws InvalidRules if the rules do not load; the command line has checked them before
     */
    Function<String, RuleMeta> of(List<RuleSource> sources) throws InvalidRules {
        RuleSet rules = RuleLoader.load(sources);
        rules.metas().forEach(meta -> ever.put(meta.name(), meta));
        return name -> rules.meta(name).orElseGet(() -> known(name));
    }

    private RuleMeta known(String name) {
        RuleMeta known = ever.get(name);
        return known == null ? RuleMeta.unknown(name) : known;
    }
}
