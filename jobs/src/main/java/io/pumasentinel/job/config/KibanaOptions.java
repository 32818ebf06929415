package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link KibanaConfig}. */
final class KibanaOptions {

    private static final String OTHERWISE = " Without any, the credentials of `elasticsearch`.";
    private static final Option<String> URL =
            Option.optional(
                    "url",
                    Url.type("https://kibana:5601"),
                    "Kibana's address, with its base path if it has one.");
    private static final Option<String> SPACE =
            Option.optional(
                    "space",
                    Names.space(),
                    "The space that gets the dashboards; made if it is missing. Without it the"
                            + " default space.");
    private static final Option<String> USERNAME =
            Option.optional(
                    "username",
                    Names.user(),
                    "For basic authentication, with `password`." + OTHERWISE);
    private static final Option<Secret> PASSWORD =
            Option.optional("password", new SecretType(), "With `username`.");
    private static final Option<Secret> API_KEY =
            Option.optional("api-key", new SecretType(), "An encoded API key, instead of a user.");
    private static final Option<Secret> TOKEN =
            Option.optional("token", new SecretType(), "A bearer token, instead of a user.");
    private static final Option<String> CA_FILE =
            Option.optional(
                    "ca-file",
                    Names.file("the path of a PEM file"),
                    "The authority that signed Kibana's certificate; that of `elasticsearch` does"
                            + " not count here.");
    private static final Option<String> CA_FINGERPRINT =
            Option.optional(
                    "ca-fingerprint",
                    Names.fingerprint(),
                    "That authority by its fingerprint, instead of a file.");

    static final Block<KibanaConfig> BLOCK =
            new Block<>(
                    List.of(
                            URL,
                            SPACE,
                            USERNAME,
                            PASSWORD,
                            API_KEY,
                            TOKEN,
                            CA_FILE,
                            CA_FINGERPRINT),
                    KibanaOptions::build);

    private KibanaOptions() {}

    private static KibanaConfig build(Values values) {
        return new KibanaConfig(
                values.find(URL),
                values.find(SPACE),
                values.find(USERNAME),
                values.find(PASSWORD),
                values.find(API_KEY),
                values.find(TOKEN),
                values.find(CA_FILE),
                values.find(CA_FINGERPRINT));
    }
}
