package io.pumasentinel.job.config;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules run.
 *
 * @param folder further rules, read where the job is submitted; null: none
 * @param only true: the folder's rules replace the shipped ones
 * @param watch true: a change of the folder's files takes effect while the job runs
 * @param disabled ids or names of rules that raise no alert; what they find still counts in others
 */
public record RulesConfig(
        @Nullable String folder, boolean only, boolean watch, List<String> disabled)
        implements Serializable {

    /** {@code only} and {@code watch} need a folder. */
    public RulesConfig {
        disabled = List.copyOf(disabled);
        if (only && folder == null) {
            throw new InvalidOption(
                    "only", "no folder, so no rule would run (got true); false, or give a folder");
        }
        if (watch && folder == null) {
            throw new InvalidOption(
                    "watch", "no folder to watch (got true); false, or give a folder");
        }
    }

    /** The shipped rules, all of them. */
    public static RulesConfig defaults() {
        return new RulesConfig(null, false, false, List.of());
    }
}
