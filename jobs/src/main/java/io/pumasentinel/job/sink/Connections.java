package io.pumasentinel.job.sink;

import io.pumasentinel.elasticsearch.Credentials;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.Secret;

/** How to reach the Elasticsearch of a configuration; holds references to secrets, no secret. */
public final class Connections {
    private Connections() {}

    /** The connection that the configuration describes. */
    public static ElasticsearchConnection of(ElasticsearchConfig config) {
        ElasticsearchConnection connection =
                ElasticsearchConnection.to(config.urls().toArray(String[]::new))
                        .as(credentials(config));
        if (config.caFile() != null) {
            return connection.trusting(config.caFile());
        }
        return config.caFingerprint() == null
                ? connection
                : connection.pinned(config.caFingerprint());
    }

    private static Credentials credentials(ElasticsearchConfig config) {
        if (config.username() != null && config.password() != null) {
            return Credentials.basic(config.username(), place(config.password()));
        }
        if (config.apiKey() != null) {
            return Credentials.apiKey(place(config.apiKey()));
        }
        return config.token() == null
                ? Credentials.none()
                : Credentials.bearer(place(config.token()));
    }

    private static io.pumasentinel.elasticsearch.Secret place(Secret secret) {
        return secret.variable()
                .map(io.pumasentinel.elasticsearch.Secret::fromEnvironment)
                .orElseGet(
                        () ->
                                io.pumasentinel.elasticsearch.Secret.fromFile(
                                        secret.file().orElseThrow()));
    }
}
