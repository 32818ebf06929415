package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link ServiceConfig}. */
final class ServiceOptions {

    private static final Option<String> NAME =
            Option.optional(
                    "name",
                    Names.service(),
                    "The service; without it the single pair in the stats tells, else it is"
                            + " `default`.");
    private static final Option<String> HOST =
            Option.optional("host", Names.host(), "The host; without it as for the name.");

    static final Block<ServiceConfig> BLOCK =
            new Block<>(List.of(NAME, HOST), ServiceOptions::build);

    private ServiceOptions() {}

    private static ServiceConfig build(Values values) {
        return new ServiceConfig(values.find(NAME), values.find(HOST));
    }
}
