package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link RulesConfig}. */
final class RulesOptions {

    private static final RulesConfig DEFAULTS = RulesConfig.defaults();
    private static final Option<String> FOLDER =
            Option.optional(
                    "folder",
                    Names.file("the path of a folder with Sigma rules"),
                    "Further rules, read where the job is submitted.");
    private static final Option<Boolean> ONLY =
            Option.of(
                    "only",
                    Types.bool(),
                    DEFAULTS.only(),
                    "The folder's rules replace the shipped ones.");
    private static final Option<Boolean> WATCH =
            Option.of(
                    "watch",
                    Types.bool(),
                    DEFAULTS.watch(),
                    "Changes of the folder's files take effect while the job runs; the folder must"
                            + " then be there on every TaskManager.");
    private static final Option<List<String>> DISABLED =
            Option.of(
                    "disabled",
                    ListOf.any(Names.rule()),
                    DEFAULTS.disabled(),
                    "Rules that raise no alert, by id or name; what they find still counts in the"
                            + " correlations of others.");

    static final Block<RulesConfig> BLOCK =
            new Block<>(List.of(FOLDER, ONLY, WATCH, DISABLED), RulesOptions::build);

    private RulesOptions() {}

    private static RulesConfig build(Values values) {
        return new RulesConfig(
                values.find(FOLDER), values.get(ONLY), values.get(WATCH), values.get(DISABLED));
    }
}
