package io.pumasentinel.job;

import io.pumasentinel.job.config.RulesConfig;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rules that a job runs: shipped ones, the configuration's folder, one more folder.
 */
public final class RuleSources {
    private RuleSources() {}

    /**
     * The rules' texts, not yet checked.
     *
     * @param folder a folder beside those of the configuration; null for none
     * @throws IOException if a folder cannot be read
     */
    public static List<RuleSource> of(RulesConfig config, @Nullable Path folder)
            throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        if (!config.only()) {
            sources.addAll(RuleLoader.shipped());
        }
        if (config.folder() != null) {
            sources.addAll(RuleLoader.inFolder(Path.of(config.folder())));
        }
        if (folder != null) {
            sources.addAll(RuleLoader.inFolder(folder));
        }
        return sources;
    }
}
