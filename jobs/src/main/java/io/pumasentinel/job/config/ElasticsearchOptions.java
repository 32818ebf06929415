package io.pumasentinel.job.config;

import java.time.Duration;
import java.util.List;

/** The options of {@link ElasticsearchConfig}. */
final class ElasticsearchOptions {

    private static final ElasticsearchConfig DEFAULTS = ElasticsearchConfig.defaults();
    private static final Option<List<String>> URLS =
            Option.live(
                    "urls",
                    ListOf.atLeastOne(Url.type("https://elasticsearch:9200")),
                    DEFAULTS.urls(),
                    "Nodes to talk to, in turn.");
    private static final Option<String> NAMESPACE =
            Option.of(
                    "namespace",
                    Names.namespace(),
                    DEFAULTS.namespace(),
                    "The `<ns>` part of every index name.");
    private static final Option<String> USERNAME =
            Option.optional("username", Names.user(), "For basic authentication, with `password`.");
    private static final Option<Secret> PASSWORD =
            Option.optional("password", new SecretType(), "With `username`.");
    private static final Option<Secret> API_KEY =
            Option.optional("api-key", new SecretType(), "An encoded API key, instead of a user.");
    private static final Option<Secret> TOKEN =
            Option.optional(
                    "token",
                    new SecretType(),
                    "A service account's bearer token, instead of a user.");
    private static final Option<String> CA_FILE =
            Option.optional(
                    "ca-file",
                    Names.file("the path of a PEM file"),
                    "The authority that signed the server's certificate, as a file that every"
                            + " TaskManager has.");
    private static final Option<String> CA_FINGERPRINT =
            Option.optional(
                    "ca-fingerprint",
                    Names.fingerprint(),
                    "That authority by its fingerprint, instead of a file.");
    private static final Option<Integer> BATCH_DOCUMENTS =
            Option.of(
                    "batch-documents",
                    Types.integer(ElasticsearchConfig.BATCH_DOCUMENTS),
                    DEFAULTS.batchDocuments(),
                    "At most so many documents a bulk request.");
    private static final Option<Integer> BATCH_KILOBYTES =
            Option.of(
                    "batch-kilobytes",
                    Types.integer(ElasticsearchConfig.BATCH_KILOBYTES),
                    DEFAULTS.batchKilobytes(),
                    "At most so many KiB a bulk request.");
    private static final Option<Duration> LINGER =
            Option.of(
                    "linger",
                    Types.duration(ElasticsearchConfig.LINGER),
                    DEFAULTS.linger(),
                    "A bulk request waits at most so long to fill.");

    private static final Option<String> SNAPSHOT_REPOSITORY =
            Option.optional(
                    "snapshot-repository",
                    Names.repository(),
                    "The repository into which `setup` has a snapshot taken every night; without"
                            + " it none is.");

    static final Block<ElasticsearchConfig> BLOCK =
            new Block<>(
                    List.of(
                            URLS,
                            NAMESPACE,
                            USERNAME,
                            PASSWORD,
                            API_KEY,
                            TOKEN,
                            CA_FILE,
                            CA_FINGERPRINT,
                            BATCH_DOCUMENTS,
                            BATCH_KILOBYTES,
                            LINGER,
                            SNAPSHOT_REPOSITORY),
                    ElasticsearchOptions::build);

    private ElasticsearchOptions() {}

    private static ElasticsearchConfig build(Values values) {
        return new ElasticsearchConfig(
                values.get(URLS),
                values.get(NAMESPACE),
                values.find(USERNAME),
                values.find(PASSWORD),
                values.find(API_KEY),
                values.find(TOKEN),
                values.find(CA_FILE),
                values.find(CA_FINGERPRINT),
                values.get(BATCH_DOCUMENTS),
                values.get(BATCH_KILOBYTES),
                values.get(LINGER),
                values.find(SNAPSHOT_REPOSITORY));
    }
}
