package io.pumasentinel.job.sink;

import io.pumasentinel.elasticsearch.Credentials;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.KibanaConfig;
import io.pumasentinel.job.config.Secret;
import org.jspecify.annotations.Nullable;

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

    /** Who asks Elasticsearch. */
    public static Credentials credentials(ElasticsearchConfig config) {
        return credentials(config.username(), config.password(), config.apiKey(), config.token());
    }

    /** Who asks Kibana, if its block tells; nobody if it does not. */
    public static Credentials credentials(KibanaConfig config) {
        return credentials(config.username(), config.password(), config.apiKey(), config.token());
    }

    private static Credentials credentials(
            @Nullable String username,
            @Nullable Secret password,
            @Nullable Secret apiKey,
            @Nullable Secret token) {
        if (username != null && password != null) {
            return Credentials.basic(username, place(password));
        }
        if (apiKey != null) {
            return Credentials.apiKey(place(apiKey));
        }
        return token == null ? Credentials.none() : Credentials.bearer(place(token));
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
