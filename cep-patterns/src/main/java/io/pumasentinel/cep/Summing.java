package io.pumasentinel.cep;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * Which matches a stream has and how they are grouped, by one version of the rules.
 *
 * @param <T> the stream's type
 */
record Summing<T>(SummingPlan plan, SignalMatches<T> matches) implements Serializable {

    /** What the rules say for a stream. */
    static <T> Summing<T> of(List<RuleSource> rules, Matching<T> matching) throws InvalidRules {
        return new Summing<>(SummingPlan.of(RuleLoader.load(rules)), matching.apply(rules));
    }

    /** How a stream's records are matched by rules. */
    interface Matching<T> extends Function<List<RuleSource>, SignalMatches<T>>, Serializable {}
}
