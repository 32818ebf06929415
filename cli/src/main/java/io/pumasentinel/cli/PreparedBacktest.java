package io.pumasentinel.cli;

import io.pumasentinel.cli.backtest.Backtest;
import io.pumasentinel.cli.backtest.RulePace;
import io.pumasentinel.cli.backtest.Truth;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.FileSinks;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One configuration over the input, everything checked, ready to run. */
final class PreparedBacktest {
    private final SentinelConfig config;
    private final List<RuleSource> sources;
    private final RuleSet rules;
    private final AnalysisInput input;
    private final Truth truth;

    PreparedBacktest(
            SentinelConfig config, List<RuleSource> sources, AnalysisInput input, Truth truth)
            throws InvalidRules {
        this.config = config;
        this.sources = sources;
        this.rules = RuleLoader.load(sources);
        this.input = input;
        this.truth = truth;
    }

    /** A sentence for every rule that the truth names and nobody loaded: it cannot be told. */
    List<String> unknownRules() {
        return truth.episodes().stream()
                .flatMap(e -> e.rules().stream().map(rule -> Map.entry(rule, e.name())))
                .filter(use -> rules.meta(use.getKey()).isEmpty())
                .map(use -> use.getKey() + ": no such rule (of the episode " + use.getValue() + ")")
                .sorted()
                .distinct()
                .toList();
    }

    /** Runs the job to the end of the input; its results are files in the folder as well. */
    Backtest run(Path folder, ProgressLine progress) throws Exception {
        Map<String, Object> accumulators =
                new Analysis(config, sources, folder)
                        .run(
                                input,
                                truth.observing(new FileSinks(folder, false), folder),
                                progress);
        return truth.judge(folder, accumulators, new RulePace(rules), config.watermarks().bound());
    }
}
